// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Thirty-two threads that classify, cancel, time out, send bad pictures and close concurrently.
 *
 * <p>{@code -Dbpu4j.stress.seconds} sets the duration: 20 by default, 600 in the profile {@code
 * stress}. Every call must end in the right answer or in a documented rejection.
 */
class ClassifierStressTest {
  private static final int THREADS = 32;
  private static final int SECONDS = Integer.getInteger("bpu4j.stress.seconds", 20);
  private static final Path NETWORK =
      Repository.root().resolve("runtime-onnx/src/test/resources/networks/tiny.onnx");

  /** Room for the allocator's arenas of 32 threads; a leak of one request per second exceeds it. */
  private static final long RESIDENT_GROWTH = 160L << 20;

  private static final long HEAP_GROWTH = 32L << 20;

  private final long seed = Long.getLong("bpu4j.stress.seed", System.nanoTime());
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final AtomicReference<Classifier> current = new AtomicReference<>();
  private final List<byte[]> pictures = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();

  @Test
  void everyCallIsAnsweredOrRefusedAsDocumentedAndMemoryStaysFlat() throws Exception {
    preparePictures();
    current.set(open());
    run(Math.max(2, SECONDS / 4));
    Memory before = Memory.now();
    run(SECONDS);
    current.get().close();
    Memory after = Memory.now();
    System.out.printf(
        "stress: %d s, seed %d, %s%nstress: heap %,d -> %,d KiB, resident %,d -> %,d KiB%n",
        SECONDS,
        seed,
        new TreeMap<>(counts),
        before.heap >> 10,
        after.heap >> 10,
        before.resident >> 10,
        after.resident >> 10);
    assertThat(counts).doesNotContainKey("wrong").containsKeys("right", "closed under use");
    assertThat(after.heap - before.heap).isLessThan(HEAP_GROWTH);
    assertThat(after.resident - before.resident).isLessThan(RESIDENT_GROWTH);
  }

  private void preparePictures() throws IOException {
    try (Classifier classifier = open()) {
      for (String name : List.of("chelsea.png", "coffee.png")) {
        byte[] encoded = Files.readAllBytes(Repository.root().resolve("examples/images/" + name));
        pictures.add(encoded);
        answers.add(classifier.classify(encoded).best().index());
      }
    }
  }

  private static Classifier open() {
    return Classifier.builder()
        .model(NETWORK)
        .runtime("onnx")
        .concurrency(4)
        .timeout(Duration.ofMillis(500))
        .open();
  }

  private void run(int seconds) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    SplittableRandom root = new SplittableRandom(seed);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SplittableRandom random = root.split();
        done.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    step(random);
                  }
                  return null;
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void step(SplittableRandom random) throws Exception {
    int picture = random.nextInt(pictures.size());
    try {
      switch (random.nextInt(100)) {
        case 0 -> replaceClassifier();
        case 1, 2, 3, 4, 5 -> bad(random);
        case 6, 7, 8, 9, 10 -> canceled(picture, random);
        case 11, 12 -> interrupted();
        default -> {
          if (random.nextBoolean()) {
            check(picture, current.get().classify(pictures.get(picture)));
          } else {
            check(picture, current.get().classifyAsync(pictures.get(picture)).get());
          }
        }
      }
    } catch (ExecutionException e) {
      refusal(e.getCause());
    } catch (RuntimeException e) {
      refusal(e);
    }
  }

  private void check(int picture, ClassificationResult result) {
    count(result.best().index() == answers.get(picture) ? "right" : "wrong");
  }

  private void bad(SplittableRandom random) throws IOException {
    byte[] damaged = pictures.get(0).clone();
    damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
    try {
      current.get().classify(damaged);
      count("wrong");
    } catch (ImageDecodeException e) {
      count("refused: bad picture");
    }
  }

  private void canceled(int picture, SplittableRandom random) throws Exception {
    CompletableFuture<ClassificationResult> future =
        current.get().classifyAsync(pictures.get(picture));
    if (random.nextBoolean()) {
      Thread.onSpinWait();
    }
    try {
      if (!future.cancel(true)) {
        check(picture, future.get());
      }
      count("canceled");
    } catch (CancellationException e) {
      count("canceled");
    }
  }

  private void interrupted() {
    Thread.currentThread().interrupt();
    try {
      current.get().classify(ImageFrame.gray(ByteBuffer.allocate(64 * 64), 64, 64, 64));
      count("answered although interrupted");
    } finally {
      Thread.interrupted();
    }
  }

  private void replaceClassifier() {
    Classifier fresh = open();
    current.getAndSet(fresh).close();
    count("closed under use");
  }

  private void refusal(Throwable failure) {
    if (failure instanceof IllegalStateException && failure.getMessage().contains("closed")) {
      count("refused: closed");
    } else if (failure instanceof ClassifierBusyException) {
      count("refused: busy");
    } else if (failure instanceof InferenceTimeoutException) {
      count("refused: timeout");
    } else if (failure instanceof InferenceException
        && failure.getMessage().contains("interrupted")) {
      count("refused: interrupted");
    } else {
      throw new AssertionError("undocumented failure, seed " + seed, failure);
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  private record Memory(long heap, long resident) {
    static Memory now() throws Exception {
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(100);
      }
      Runtime runtime = Runtime.getRuntime();
      return new Memory(runtime.totalMemory() - runtime.freeMemory(), ResidentMemory.bytes());
    }
  }
}
