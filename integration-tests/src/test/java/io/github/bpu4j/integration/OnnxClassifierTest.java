// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Classifies real photos with a real model, end to end. */
class OnnxClassifierTest {
  private static final Path CHELSEA = Repository.root().resolve("examples/images/chelsea.png");
  private static final Path COFFEE = Repository.root().resolve("examples/images/coffee.png");
  private static final int THREADS = 32;
  private static final int RUNS = 50;

  private static Classifier classifier;

  @BeforeAll
  static void open() {
    classifier = Classifier.builder().runtime("onnx").open();
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  @Test
  void aCatAndACupOfCoffeeAreSeen() throws IOException {
    Category cat = classifier.classify(CHELSEA).best();
    assertThat(cat.index()).isEqualTo(285);
    assertThat(cat.name()).isEqualTo("Egyptian cat");
    assertThat(cat.score()).isBetween(0.75f, 0.85f);
    Category coffee = classifier.classify(COFFEE).best();
    assertThat(coffee.index()).isEqualTo(967);
    assertThat(coffee.name()).isEqualTo("espresso");
    assertThat(coffee.score()).isBetween(0.87f, 0.97f);
  }

  @Test
  void theResultSaysHowItCameAbout() throws IOException {
    ClassificationResult result = classifier.classify(CHELSEA);
    assertThat(result.runtime()).isEqualTo("onnx");
    assertThat(result.simulated()).isFalse();
    assertThat(result.range()).isEqualTo(YuvRange.VIDEO);
    assertThat(result.transform()).isEqualTo(ScoreTransform.NONE);
    assertThat(result.categories()).hasSize(5);
    assertThat(result.timings().totalNanos())
        .isGreaterThanOrEqualTo(result.timings().inferNanos() + result.timings().decodeNanos());
  }

  @Test
  void thirtyTwoThreadsGetNoWrongAnswer() throws Exception {
    List<ImageFrame> frames = List.of(ImageFrame.read(CHELSEA), ImageFrame.read(COFFEE));
    List<List<Category>> expected = new ArrayList<>();
    for (ImageFrame frame : frames) {
      expected.add(classifier.classify(frame).categories());
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Classifier shared =
        Classifier.builder().runtime("onnx").timeout(java.time.Duration.ofMinutes(5)).open()) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        work.add(
            () -> {
              int right = 0;
              for (int run = 0; run < RUNS; run++) {
                int picture = (first + run) % 2;
                if (shared
                    .classify(frames.get(picture))
                    .categories()
                    .equals(expected.get(picture))) {
                  right++;
                }
              }
              return right;
            });
      }
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(RUNS);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
