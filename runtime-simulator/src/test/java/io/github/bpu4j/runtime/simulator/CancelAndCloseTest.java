// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two hundred pictures, two at a time, of which some are canceled and some come while the
 * classifier is closed: each other one has its own answer, and nothing is left.
 */
class CancelAndCloseTest {
  private static final Logger LOG = LoggerFactory.getLogger(CancelAndCloseTest.class);
  private static final int ROUNDS = 10;
  private static final int PICTURES = 20;

  @TempDir Path folder;

  private int right;
  private int canceled;
  private int closed;

  @Test
  void theVendorsProgramIsNeverLeftBehind() throws Exception {
    check(VendorProgram.required().program());
  }

  @Test
  void aScriptIsNeverLeftBehind() throws Exception {
    check(FakeProgram.answering(folder.resolve("fake"), FakeProgram.TEN_SCORES));
  }

  private void check(Path program) throws Exception {
    long leftBefore = Leftovers.count();
    List<float[]> expected = new ArrayList<>();
    try (Classifier classifier = open(program)) {
      for (int i = 0; i < PICTURES; i++) {
        expected.add(classifier.classify(picture(i)).rawScores().orElseThrow().toArray());
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      run(program, expected, new Random(round));
      assertThat(Leftovers.count()).as("left by round " + round).isEqualTo(leftBefore);
    }
    LOG.info("{} answered right, {} canceled, {} closed", right, canceled, closed);
    assertThat(right + canceled + closed).isEqualTo(ROUNDS * PICTURES);
    assertThat(right).isPositive();
    assertThat(canceled).isPositive();
    assertThat(closed).isPositive();
  }

  private Classifier open(Path program) throws Exception {
    return Classifier.builder()
        .model(new CompiledFiles(folder).tiny())
        .runtime(new SimulatorRuntime(SimulatorOptions.defaults().withProgram(program)))
        .concurrency(2)
        .rawScores(true)
        .open();
  }

  private void run(Path program, List<float[]> expected, Random random) throws Exception {
    List<CompletableFuture<ClassificationResult>> futures = new ArrayList<>();
    Classifier classifier = open(program);
    Thread closing = new Thread(classifier::close);
    int closedAt = random.nextInt(PICTURES - 1);
    for (int i = 0; i < PICTURES; i++) {
      if (i == closedAt) {
        closing.start();
      }
      if (i == PICTURES - 1) {
        closing.join();
      }
      futures.add(submit(classifier, i));
      if (random.nextInt(4) == 0) {
        futures.get(random.nextInt(futures.size())).cancel(true);
      }
    }
    for (int i = 0; i < PICTURES; i++) {
      count(futures.get(i), expected.get(i));
    }
  }

  private static CompletableFuture<ClassificationResult> submit(Classifier classifier, int i) {
    try {
      return classifier.classifyAsync(picture(i));
    } catch (IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void count(CompletableFuture<ClassificationResult> future, float[] expected) {
    try {
      assertThat(future.join().rawScores().orElseThrow().toArray()).containsExactly(expected);
      right++;
    } catch (CancellationException e) {
      canceled++;
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
      assertThat(e.getCause()).hasMessageContaining("closed");
      closed++;
    }
  }

  private static ImageFrame picture(int seed) {
    byte[] pixels = new byte[48 * 32 * 3];
    new Random(seed).nextBytes(pixels);
    return ImageFrame.rgb(ByteBuffer.wrap(pixels), 48, 32, 48 * 3);
  }
}
