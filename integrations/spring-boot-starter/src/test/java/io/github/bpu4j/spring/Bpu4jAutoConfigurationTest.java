// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.ClassifierSettings.Origin;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The classifier that an application gets, from its properties and beans. */
class Bpu4jAutoConfigurationTest {
  private static final ScriptedRuntime THREE_CLASSES =
      ScriptedRuntime.builder().scores(0.1f, 0.7f, 0.2f).probabilities(true).build();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(Bpu4jAutoConfiguration.class));

  private final ApplicationContextRunner scripted =
      application.withBean(ScriptedRuntime.class, () -> THREE_CLASSES);

  @TempDir Path folder;

  @Test
  void withoutPropertiesItClassifiesWithTheModelThatTheRuntimeBundles() {
    AtomicReference<Classifier> used = new AtomicReference<>();
    application.run(
        context -> {
          Classifier classifier = context.getBean(Classifier.class);
          used.set(classifier);
          assertThat(classifier.model().runtime()).isEqualTo("onnx");
          assertThat(classifier.model().classes()).isEqualTo(1000);
          assertThat(classifier.classify(TestPictures.png()).categories()).hasSize(5);
        });
    assertThat(used.get().isClosed()).as("closed with the application").isTrue();
    assertThatThrownBy(() -> used.get().classify(TestPictures.gray()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void propertiesReachTheClassifier() throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.txt"), "ant\nbee\nwasp\n");
    Path model = Files.write(folder.resolve("insects.bin"), new byte[1]);
    scripted
        .withPropertyValues(
            "bpu4j.model=" + model,
            "bpu4j.labels=" + labels,
            "bpu4j.max-results=2",
            "bpu4j.score-threshold=0.15",
            "bpu4j.fit=letterbox",
            "bpu4j.interpolation=nearest",
            "bpu4j.range=full",
            "bpu4j.score-transform=none",
            "bpu4j.category-denylist=ant",
            "bpu4j.concurrency=3",
            "bpu4j.warmup=3",
            "bpu4j.timeout=2s",
            "bpu4j.close-timeout=500ms",
            "bpu4j.limits.max-side=50",
            "bpu4j.limits.max-memory=64MB")
        .run(
            context -> {
              Classifier classifier = context.getBean(Classifier.class);
              assertThat(classifier.labels().names()).containsExactly("ant", "bee", "wasp");
              assertThat(classifier.preprocessing().fit()).isEqualTo(Fit.LETTERBOX);
              assertThat(classifier.preprocessing().interpolation())
                  .isEqualTo(Interpolation.NEAREST);
              assertThat(classifier.preprocessing().range()).isEqualTo(YuvRange.FULL);
              assertThat(classifier.settings().range().origin()).isEqualTo(Origin.OPTION);
              assertThat(classifier.settings().transform().origin()).isEqualTo(Origin.OPTION);
              assertThat(classifier.scoreTransform()).isEqualTo(ScoreTransform.NONE);
              assertThat(classifier.classify(TestPictures.gray()).categories())
                  .extracting(Category::name)
                  .containsExactly("bee", "wasp");
              assertThatThrownBy(() -> classifier.classify(TestPictures.png()))
                  .isInstanceOf(ImageDecodeException.class)
                  .hasMessageContaining("64x48 pixels, the longest side allowed is 50");
            });
  }

  @Test
  void theFirstModelThatIsThereIsOpened() throws IOException {
    Path present = Files.write(folder.resolve("second.bin"), new byte[1]);
    scripted
        .withPropertyValues("bpu4j.model=" + folder.resolve("first.bin") + "," + present)
        .run(context -> assertThat(context).hasSingleBean(Classifier.class));
  }

  @Test
  void chineseDisplayNamesAreOneProperty() {
    application
        .withPropertyValues("bpu4j.display-names-locale=zh")
        .run(
            context -> {
              Category best =
                  context.getBean(Classifier.class).classify(TestPictures.gray()).best();
              assertThat(best.displayName()).isNotEqualTo(best.name()).matches("\\p{IsHan}.*");
            });
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "bpu4j.concurrency, 65, 65",
    "bpu4j.max-results, 0, maxResults",
    "bpu4j.timeout, 0s, timeout",
    "bpu4j.limits.max-side, 0, limits are 1 or more",
    "bpu4j.labels, nowhere.txt, nowhere.txt",
  })
  void aBadValueIsReportedByThePropertysName(String name, String value, String reason) {
    scripted
        .withPropertyValues(name + "=" + value)
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("InvalidConfigurationPropertyValueException")
                    .hasStackTraceContaining("Property " + name.replace(".max-side", ""))
                    .hasStackTraceContaining(reason));
  }

  @Test
  void itBacksOffIfTheApplicationHasAClassifier() {
    try (Classifier own = Classifier.builder().runtime(THREE_CLASSES).open()) {
      scripted
          .withBean("own", Classifier.class, () -> own)
          .run(context -> assertThat(context).getBean(Classifier.class).isSameAs(own));
    }
  }

  @Test
  void itCanBeSwitchedOff() {
    scripted
        .withPropertyValues("bpu4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Classifier.class));
  }

  @Test
  void everyObserverSeesEveryPictureAndOneThatFailsHarmsNobody() {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    scripted
        .withBean("first", ClassifierObserver.class, () -> counting(first))
        .withBean("second", ClassifierObserver.class, () -> counting(second))
        .run(context -> context.getBean(Classifier.class).classify(TestPictures.gray()));
    assertThat(List.of(first.get(), second.get())).containsExactly(1, 1);
  }

  private static ClassifierObserver counting(AtomicInteger count) {
    return new ClassifierObserver() {
      @Override
      public void classified(ClassificationResult result) {
        count.incrementAndGet();
        throw new IllegalStateException("a bad observer");
      }
    };
  }

  @Test
  void aCustomizerHasTheLastWord() {
    scripted
        .withPropertyValues("bpu4j.max-results=3")
        .withBean(ClassifierBuilderCustomizer.class, () -> builder -> builder.maxResults(1))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(Classifier.class)
                            .classify(TestPictures.gray())
                            .categories())
                    .hasSize(1));
  }
}
