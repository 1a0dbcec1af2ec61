// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both sides take turns, and the medians of what they measured count. */
class InTurnTest {
  private static final Effort THREE = new Effort(false, 3, Pattern.compile(""), Duration.ZERO);

  private final List<String> turns = new ArrayList<>();

  @Test
  void bothSidesRunInTurnAndTheMiddleOfTheRatiosCounts() throws Exception {
    List<Comparison> all =
        new InTurn("unused", THREE).rounds(side("A", 10, 40, 12), side("B", 10, 20, 10));
    assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B");
    assertThat(all.get(0)).isEqualTo(new Comparison(12, 10, 1.2, 1, 2));
  }

  @Test
  void aLoadOnBothSidesOfARoundLeavesTheRatio() {
    assertThat(Comparison.of(List.of(1.0, 9.0, 1.0), List.of(2.0, 18.0, 2.0)))
        .isEqualTo(new Comparison(1, 2, 0.5, 0.5, 0.5));
  }

  @Test
  void rowsThatAreNotWantedAreNotMeasured() throws Exception {
    Effort some = new Effort(false, 3, Pattern.compile("JPEG.*4000x3000"), Duration.ZERO);
    Pairing other = new Pairing("JPEG to NV12, us", "500x344", "17", "OpenCV");
    new InTurn("unused", some).compare(other, side("A"), side("B"));
    assertThat(turns).isEmpty();
    assertThat(some.wants(new Pairing("JPEG to NV12, us", "4000x3000", "17", "OpenCV"))).isTrue();
  }

  private InTurn.Side side(String name, double... times) {
    Iterator<Double> next = Arrays.stream(times).iterator();
    return () -> {
      turns.add(name);
      return List.of(next.next());
    };
  }
}
