// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the health check says about a device that works, breaks, recovers or is closed. */
class ClassifierHealthTest {
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicInteger inferences = new AtomicInteger();
  private final ScriptedRuntime runtime =
      ScriptedRuntime.builder()
          .classes(2)
          .byPicture(
              picture -> {
                inferences.incrementAndGet();
                return broken.get()
                    ? ScriptedAnswer.failure("no power")
                    : ScriptedAnswer.scores(0, 1);
              })
          .build();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  Bpu4jAutoConfiguration.class,
                  Bpu4jHealthAutoConfiguration.class,
                  HealthContributorAutoConfiguration.class,
                  HealthEndpointAutoConfiguration.class))
          .withBean(ScriptedRuntime.class, () -> runtime);

  @Test
  void itIsUpAndNamesModelAndRuntime() {
    application.run(
        context -> {
          Health health = context.getBean("bpu4jHealthIndicator", HealthIndicator.class).health();
          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(health.getDetails())
              .containsEntry("model", "scripted")
              .containsEntry("runtime", "scripted")
              .containsEntry("simulated", true)
              .containsEntry("state", "open");
          assertThat(inferences).as("the warm-up alone").hasValue(1);
        });
  }

  @Test
  void itIsDownWhenTheDeviceFailsAndUpWhenItAnswersAgain() {
    application.run(
        context -> {
          Classifier classifier = context.getBean(Classifier.class);
          HealthIndicator indicator =
              context.getBean("bpu4jHealthIndicator", HealthIndicator.class);
          broken.set(true);
          assertThatThrownBy(() -> classifier.classify(TestPictures.gray()))
              .isInstanceOf(InferenceException.class);
          Health health = indicator.health();
          assertThat(health.getStatus()).isEqualTo(Status.DOWN);
          assertThat(health.getDetails()).containsEntry("state", "failing");
          assertThat(health.getDetails().get("error")).asString().contains("no power");
          broken.set(false);
          classifier.classify(TestPictures.gray());
          assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        });
  }

  @Test
  void badPicturesSayNothingAboutTheDevice() {
    application.run(
        context -> {
          Classifier classifier = context.getBean(Classifier.class);
          assertThatThrownBy(() -> classifier.classify(new byte[10])).isNotNull();
          assertThat(
                  context
                      .getBean("bpu4jHealthIndicator", HealthIndicator.class)
                      .health()
                      .getStatus())
              .isEqualTo(Status.UP);
        });
  }

  @Test
  void itIsDownWhenTheClassifierIsClosed() {
    application.run(
        context -> {
          context.getBean(Classifier.class).close();
          Health health = context.getBean("bpu4jHealthIndicator", HealthIndicator.class).health();
          assertThat(health.getStatus()).isEqualTo(Status.DOWN);
          assertThat(health.getDetails()).containsEntry("state", "closed");
        });
  }

  @Test
  void onlyAnOldOutcomeIsRenewedByOneGrayPicture() {
    AtomicLong now = new AtomicLong();
    LatestOutcome latest = new LatestOutcome(now::get);
    try (Classifier classifier = Classifier.builder().runtime(runtime).observer(latest).open()) {
      ClassifierHealth health = new ClassifierHealth(classifier, latest, Duration.ofSeconds(30));
      now.addAndGet(Duration.ofSeconds(29).toNanos());
      broken.set(true);
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      assertThat(inferences).hasValue(1);
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(inferences).as("one probe for both checks").hasValue(2);
      broken.set(false);
      now.addAndGet(Duration.ofSeconds(30).toNanos());
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      assertThat(inferences).hasValue(3);
    }
  }

  @Test
  void itIsThereOnlyWithTheActuatorAndUnlessSwitchedOff() {
    application
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
        .run(context -> assertThat(context).doesNotHaveBean(LatestOutcome.class));
    application
        .withPropertyValues("management.health.bpu4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("bpu4jHealthIndicator"));
    application
        .withPropertyValues("bpu4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("bpu4jHealthIndicator"));
  }
}
