// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.testsupport.VideoClips;
import io.github.bpu4j.video.VideoFrame;
import io.github.bpu4j.video.VideoSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips of two photos at 1080p, from ffmpeg to the answers of the bundled network. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class VideoClipTest {
  private static final int SECONDS = 3;
  private static final long CHANGE_MICROS = SECONDS * 1_000_000L;
  private static final Path PHOTOS = Path.of("examples/images");
  private static final List<Path> SLIDES =
      List.of(PHOTOS.resolve("chelsea.png"), PHOTOS.resolve("coffee.png"));

  @TempDir Path folder;

  @BeforeEach
  void needsFfmpeg() {
    assumeTrue(VideoClips.isFfmpegInstalled(), "needs ffmpeg: apt-get install ffmpeg");
  }

  private Path clip(String codec) throws Exception {
    Path file = folder.resolve(codec.equals("H.264") ? "clip.mp4" : "clip.avi");
    if (codec.equals("H.264")) {
      VideoClips.h264(SLIDES, SECONDS, "1920:1080", file);
    } else {
      VideoClips.mjpeg(SLIDES, SECONDS, "1920:1080", file);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"H.264", "MJPEG"})
  void everyAnswerIsTheClassOfThePhotoThatTheClipShows(String codec) throws Exception {
    Path clip = clip(codec);
    Outcomes outcomes = new Outcomes();
    try (Classifier classifier = Classifier.builder().runtime("onnx").open()) {
      int first = classifier.classify(SLIDES.get(0)).best().index();
      int second = classifier.classify(SLIDES.get(1)).best().index();
      assertThat(first).isNotEqualTo(second);
      Measure measure = Measure.start();
      try (LiveClassifier live = classifier.live(outcomes);
          VideoSource source = VideoSource.open(clip.toString())) {
        long frames = source.pump(live);
        measure.print(codec + " 1080p classified, in real time", frames);
        Outcomes.await("all answers", () -> live.counts().pending() == 0);
        LiveCounts counts = live.counts();
        System.out.println("video: " + codec + " " + counts);
        assertThat(counts.offered()).isEqualTo(frames).isEqualTo(2 * 30 * SECONDS);
        assertThat(counts.failed()).isZero();
      }
      List<LiveResult> results = outcomes.results();
      assertThat(results).isNotEmpty();
      assertThat(results)
          .allSatisfy(
              each ->
                  assertThat(each.result().best().index())
                      .as("at %d us", each.timestampMicros())
                      .isEqualTo(each.timestampMicros() < CHANGE_MICROS ? first : second));
      assertThat(outcomes.order())
          .isSorted()
          .endsWith(Math.round((2 * 30 * SECONDS - 1) * 1e6 / 30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H.264", "MJPEG"})
  void framesAloneAreReadAsFastAsFfmpegDecodes(String codec) throws Exception {
    try (VideoSource source = VideoSource.builder(clip(codec).toString()).realTime(false).open()) {
      Measure measure = Measure.start();
      long frames = 0;
      for (VideoFrame frame = source.next(); frame != null; frame = source.next()) {
        frame.release();
        frames++;
      }
      measure.print(codec + " 1080p read only", frames);
      assertThat(frames).isEqualTo(2 * 30 * SECONDS);
    }
  }

  /** Time, and processor time of this JVM. */
  private record Measure(long nanos, long cpuNanos) {
    static Measure start() {
      return new Measure(System.nanoTime(), cpu());
    }

    void print(String what, long frames) {
      double seconds = (System.nanoTime() - nanos) / 1e9;
      double cpu = (cpu() - cpuNanos) / 1e9;
      System.out.printf(
          "video: %s: %d frames in %.2f s = %.0f frames/s, JVM %.2f ms of CPU a frame, %.0f %% of"
              + " a core%n",
          what, frames, seconds, frames / seconds, 1000 * cpu / frames, 100 * cpu / seconds);
    }

    private static long cpu() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }
}
