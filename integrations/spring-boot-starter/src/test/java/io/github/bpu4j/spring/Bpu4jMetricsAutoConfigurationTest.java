// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.micrometer.ClassifierMetrics;
import io.github.bpu4j.testkit.ScriptedRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Meters in the registry of an application, without a line of its own. */
class Bpu4jMetricsAutoConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  Bpu4jAutoConfiguration.class, Bpu4jMetricsAutoConfiguration.class))
          .withBean(
              ScriptedRuntime.class, () -> ScriptedRuntime.builder().scores(0.3f, 0.7f).build());

  @Test
  void picturesAreCountedInTheApplicationsRegistry() {
    application
        .withConfiguration(
            AutoConfigurations.of(
                MetricsAutoConfiguration.class,
                CompositeMeterRegistryAutoConfiguration.class,
                SimpleMetricsExportAutoConfiguration.class))
        .run(
            context -> {
              context.getBean(Classifier.class).classify(TestPictures.png());
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              assertThat(
                      registry
                          .get(ClassifierMetrics.PICTURES)
                          .tag("outcome", "answered")
                          .timer()
                          .count())
                  .isOne();
              assertThat(registry.get(ClassifierMetrics.IN_FLIGHT).gauge().value()).isZero();
            });
  }

  @Test
  void withoutARegistryOrMicrometerTheClassifierIsThereAlone() {
    application.run(
        context ->
            assertThat(context)
                .hasSingleBean(Classifier.class)
                .doesNotHaveBean(ClassifierMetrics.class));
    application
        .withClassLoader(new FilteredClassLoader(MeterRegistry.class))
        .run(context -> assertThat(context).hasSingleBean(Classifier.class));
  }
}
