// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.Classifier;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Adds the health of the classifier if the actuator is there.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = Bpu4jAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "bpu4j.enabled", matchIfMissing = true)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("bpu4j")
@ConditionalOnSingleCandidate(Classifier.class)
public final class Bpu4jHealthAutoConfiguration {

  @Bean
  LatestOutcome bpu4jLatestOutcome() {
    return new LatestOutcome(System::nanoTime);
  }

  @Bean
  @ConditionalOnMissingBean(name = "bpu4jHealthIndicator")
  HealthIndicator bpu4jHealthIndicator(
      Classifier classifier, LatestOutcome latest, Bpu4jProperties properties) {
    return new ClassifierHealth(classifier, latest, properties.health().maxAge());
  }
}
