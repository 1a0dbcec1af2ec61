// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The checksum, against values worked out by hand. */
class StubScoresTest {
  @Test
  void weightsAreOddMultiplesOfTheGoldenRatio() {
    assertThat(StubScores.checksum(new byte[] {1})).isEqualTo(0x9E3779B1);
    assertThat(StubScores.checksum(new byte[] {0, 1})).isEqualTo(0x3C6EF363);
    assertThat(StubScores.checksum(new byte[] {(byte) 0xFF})).isEqualTo(0x9942374F);
    assertThat(StubScores.join(3, 4)).isEqualTo(3 * 31 + 4);
  }

  @Test
  void anyTwoBytesThatChangePlacesShow() {
    byte[] bytes = new byte[64];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 5);
    }
    int sum = StubScores.checksum(bytes);
    for (int i = 1; i < bytes.length; i++) {
      byte[] swapped = bytes.clone();
      swapped[i] = bytes[i - 1];
      swapped[i - 1] = bytes[i];
      assertThat(StubScores.checksum(swapped)).isNotEqualTo(sum);
    }
  }

  @Test
  void scoresLieBelowOne() {
    assertThat(StubScores.scores(0, 0, 1)).containsExactly(0f);
    for (float score : StubScores.scores(12345, 7, 1000)) {
      assertThat(score).isBetween(0f, Math.nextDown(1f));
    }
  }
}
