// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.micrometer.ClassifierMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds the {@code bpu4j.*} meters if there is a meter registry; Spring Boot binds them to it, and
 * the classifier's configuration takes them as an observer.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
    before = Bpu4jAutoConfiguration.class,
    afterName =
        "org.springframework.boot.actuate.autoconfigure.metrics"
            + ".CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "bpu4j.enabled", matchIfMissing = true)
@ConditionalOnClass({MeterRegistry.class, ClassifierMetrics.class})
@ConditionalOnBean(MeterRegistry.class)
public final class Bpu4jMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ClassifierMetrics bpu4jMetrics() {
    return new ClassifierMetrics();
  }
}
