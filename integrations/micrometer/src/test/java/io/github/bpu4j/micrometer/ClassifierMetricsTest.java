// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.micrometer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meters after pictures of a real classifier whose runtime follows a script. */
class ClassifierMetricsTest {
  private static final BufferedImage PICTURE =
      new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ClassifierMetrics metrics = new ClassifierMetrics();

  private ClassifierBuilder on(ScriptedRuntime.Builder script) {
    metrics.bindTo(registry);
    return Classifier.builder().runtime(script.build()).observer(metrics);
  }

  private Timer pictures(String reason) {
    return registry.get(ClassifierMetrics.PICTURES).tag("reason", reason).timer();
  }

  private Timer phase(String name) {
    return registry.get(ClassifierMetrics.PHASE).tag("phase", name).timer();
  }

  private double inFlight() {
    return registry.get(ClassifierMetrics.IN_FLIGHT).gauge().value();
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    assertThat(ImageIO.write(PICTURE, "png", encoded)).isTrue();
    return encoded.toByteArray();
  }

  @Test
  void answersAreTimedAsTheResultSays() throws Exception {
    try (Classifier classifier = on(ScriptedRuntime.builder().scores(0, 1)).open()) {
      ClassificationResult first = classifier.classify(png());
      ClassificationResult second = classifier.classify(PICTURE);
      assertThat(pictures("none").getId().getTag("outcome")).isEqualTo("answered");
      assertThat(pictures("none").count()).isEqualTo(2);
      assertThat(pictures("none").totalTime(NANOSECONDS))
          .isEqualTo((double) (first.timings().totalNanos() + second.timings().totalNanos()));
      assertThat(phase("decode").count()).as("a frame is not decoded").isOne();
      assertThat(phase("decode").totalTime(NANOSECONDS))
          .isEqualTo((double) first.timings().decodeNanos());
      for (String each : new String[] {"queue", "preprocess", "infer", "postprocess"}) {
        assertThat(phase(each).count()).as(each).isEqualTo(2);
      }
      assertThat(phase("infer").totalTime(NANOSECONDS))
          .isEqualTo((double) (first.timings().inferNanos() + second.timings().inferNanos()));
    }
  }

  @Test
  void failuresAreCountedByReason() {
    ScriptedRuntime.Builder script =
        ScriptedRuntime.builder()
            .scores(0, 1)
            .failure("no power")
            .answer(ScriptedAnswer.failure(() -> new ClassifierBusyException("full")))
            .answer(ScriptedAnswer.scores(0, 1).after(Duration.ofSeconds(5)));
    try (Classifier classifier = on(script).timeout(Duration.ofMillis(50)).open()) {
      assertThatThrownBy(() -> classifier.classify(PICTURE)).isInstanceOf(InferenceException.class);
      assertThatThrownBy(() -> classifier.classify(PICTURE))
          .isInstanceOf(ClassifierBusyException.class);
      assertThatThrownBy(() -> classifier.classify(PICTURE))
          .isInstanceOf(InferenceTimeoutException.class);
      assertThatThrownBy(() -> classifier.classify(new byte[] {1, 2, 3}))
          .isInstanceOf(ImageDecodeException.class);
      assertThatThrownBy(() -> classifier.classify(Path.of("no-such-picture.jpg")))
          .isInstanceOf(NoSuchFileException.class);
    }
    for (String reason :
        new String[] {"inference", "busy", "timeout", "undecodable", "unreadable"}) {
      assertThat(pictures(reason).count()).as(reason).isOne();
      assertThat(pictures(reason).getId().getTag("outcome")).isEqualTo("failed");
    }
    assertThat(pictures("timeout").totalTime(MILLISECONDS)).isGreaterThanOrEqualTo(50);
    assertThat(pictures("none").count()).isZero();
    assertThat(pictures("other").count()).isZero();
    assertThat(inFlight()).isZero();
    assertThat(Outcome.of(new CancellationException())).isEqualTo(Outcome.CANCELED);
  }

  @Test
  void aPictureIsInFlightUntilItsOutcome() {
    AtomicInteger calls = new AtomicInteger();
    double[] seen = new double[2];
    ScriptedRuntime.Builder script =
        ScriptedRuntime.builder()
            .classes(2)
            .byPicture(
                picture -> {
                  seen[calls.getAndIncrement()] = inFlight();
                  return ScriptedAnswer.scores(0, 1);
                });
    try (Classifier classifier = on(script).open()) {
      classifier.classify(PICTURE);
      assertThat(seen).as("warm-up, picture").containsExactly(0, 1);
      assertThat(inFlight()).isZero();
    }
  }

  @Test
  void theQueueIsSummedUpAsPicturesAreAdded() throws Exception {
    try (Classifier classifier = on(ScriptedRuntime.builder().scores(0, 1)).open()) {
      for (int i = 0; i < 3; i++) {
        classifier.classifyAsync(ImageFrame.of(PICTURE)).get(30, SECONDS);
      }
    }
    assertThat(registry.get(ClassifierMetrics.QUEUE).summary().count()).isEqualTo(3);
  }

  @Test
  void droppedFramesOfALiveStreamAreCounted() throws Exception {
    CountDownLatch inferring = new CountDownLatch(2); // the warm-up, the first frame
    CountDownLatch offered = new CountDownLatch(1);
    ScriptedRuntime.Builder script =
        ScriptedRuntime.builder()
            .classes(2)
            .byPicture(
                picture -> {
                  inferring.countDown();
                  if (inferring.getCount() == 0) {
                    awaitQuietly(offered);
                  }
                  return ScriptedAnswer.scores(0, 1);
                });
    try (Classifier classifier = on(script).concurrency(1).open()) {
      LiveClassifier live = classifier.live(result -> {});
      live.offer(ImageFrame.of(PICTURE), 0, () -> {});
      awaitQuietly(inferring);
      assertThat(inFlight()).isOne();
      for (int frame = 1; frame <= 3; frame++) {
        live.offer(ImageFrame.of(PICTURE), frame, () -> {});
      }
      offered.countDown();
      live.close();
      assertThat(registry.get(ClassifierMetrics.DROPPED).counter().count()).isEqualTo(2);
      assertThat(pictures("none").count()).isEqualTo(2);
      assertThat(inFlight()).isZero();
    }
  }

  @Test
  void everyRegistryGetsEveryPictureWithTheTagsGiven() {
    ClassifierMetrics tagged = new ClassifierMetrics(Tags.of("classifier", "birds"));
    SimpleMeterRegistry second = new SimpleMeterRegistry();
    tagged.bindTo(registry);
    tagged.bindTo(second);
    ScriptedRuntime runtime = ScriptedRuntime.builder().scores(0, 1).build();
    try (Classifier classifier = Classifier.builder().runtime(runtime).observer(tagged).open()) {
      classifier.classify(PICTURE);
    }
    for (SimpleMeterRegistry each : new SimpleMeterRegistry[] {registry, second}) {
      assertThat(each.getMeters())
          .isNotEmpty()
          .allSatisfy(meter -> assertThat(meter.getId().getTag("classifier")).isEqualTo("birds"));
      assertThat(each.get(ClassifierMetrics.PICTURES).tag("reason", "none").timer().count())
          .isOne();
    }
  }

  @Test
  void aPictureAllocatesNothingHere() {
    metrics.bindTo(registry);
    ScriptedRuntime runtime = ScriptedRuntime.builder().scores(0, 1).build();
    ClassificationResult result;
    try (Classifier classifier = Classifier.builder().runtime(runtime).open()) {
      result = classifier.classify(PICTURE);
    }
    InferenceException failure = new InferenceException("no power");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        metrics.started();
        metrics.queued(i);
        metrics.classified(result);
        metrics.failed(failure, 5);
        metrics.dropped();
        metrics.ended();
      }
      fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(fewest).as("bytes for 1000 pictures").isLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/spring-boot.md", "docs/zh/spring-boot.md"})
  void thePageListsEveryMeter(String page) throws IOException {
    metrics.bindTo(registry);
    String text = Files.readString(Path.of("../..").resolve(page));
    Set<String> rows = new TreeSet<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\| (?:timer|gauge|summary|counter) ")
            .matcher(text);
    while (row.find()) {
      rows.add(row.group(1));
    }
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .allMatch(rows::contains)
        .containsAll(rows);
    for (Outcome outcome : Outcome.values()) {
      String reason = outcome.tags().stream().toList().get(1).getValue();
      assertThat(text).contains("`" + reason + "`");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
