// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.testkit.ScriptedAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which frames are answered and which are dropped, exactly, on a virtual clock. */
class LiveDropTest {
  private static final ImageFrame FRAME = VirtualStream.gray(100);

  private static VirtualStream stream(int requests, long serviceMicros) {
    return new VirtualStream(
        requests, serviceMicros, Smoothing.none(), gray -> ScriptedAnswer.scores(0.25f, 0.75f));
  }

  @Test
  void theNewestWaitingFrameReplacesTheOlder() {
    try (VirtualStream stream = stream(1, 100)) {
      for (long time : new long[] {0, 10, 20, 30, 150, 160}) {
        stream.offerAt(time, FRAME);
      }
      stream.advanceTo(1000);
      assertThat(stream.outcomes.order()).containsExactly(0L, 30L, 160L);
      assertThat(stream.outcomes.results())
          .extracting(LiveResult::dropped)
          .containsExactly(0L, 2L, 3L);
      assertThat(stream.live.counts()).isEqualTo(new LiveCounts(6, 3, 3, 0));
      stream.live.close();
      assertThat(stream.outcomes.releases())
          .hasSize(6)
          .allSatisfy((time, n) -> assertThat(n).isOne());
    }
  }

  @Test
  void aFrameIsReleasedBeforeItsInferenceEndsAndADroppedOneAtOnce() {
    try (VirtualStream stream = stream(1, 100)) {
      stream.offerAt(0, FRAME);
      assertThat(stream.outcomes.releases()).containsOnlyKeys(0L);
      stream.offerAt(1, FRAME);
      assertThat(stream.outcomes.releases()).containsOnlyKeys(0L);
      stream.offerAt(2, FRAME);
      assertThat(stream.outcomes.releases()).containsOnlyKeys(0L, 1L);
      assertThat(stream.outcomes.order()).isEmpty();
    }
  }

  /** ResNet18's 448.79 pictures per second with four requests: one takes 4 / 448.79 s. */
  @ParameterizedTest(name = "{0} frames per second on {1} requests: {2} dropped, {3} answered")
  @CsvSource({"30, 4, 0, 60", "120, 4, 0, 240", "900, 4, 900, 900", "900, 2, 1349, 451"})
  void dropsAreExactAtEveryRate(int rate, int requests, long dropped, long answered) {
    long frames = 2L * rate;
    try (VirtualStream stream = stream(requests, 8913)) {
      for (int frame = 0; frame < frames; frame++) {
        stream.offerAt(frame * 1_000_000L / rate, FRAME);
      }
      stream.advanceTo(10_000_000);
      stream.live.close();
      LiveCounts counts = stream.live.counts();
      assertThat(counts).isEqualTo(new LiveCounts(frames, answered, dropped, 0));
      assertThat(counts.dropped()).isEqualTo(stream.expectedDrops());
      List<Long> order = stream.outcomes.order();
      assertThat(order).isSorted().endsWith((frames - 1) * 1_000_000L / rate);
      assertThat(stream.outcomes.releases()).hasSize((int) frames);
      assertThat(stream.outcomes.releases().values()).containsOnly(1);
    }
  }
}
