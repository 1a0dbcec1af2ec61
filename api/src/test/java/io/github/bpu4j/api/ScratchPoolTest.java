// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Preprocessing;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {
  @Test
  void noMoreAreKeptThanAsked() {
    ScratchPool pool = new ScratchPool(2, () -> scratch(8, 8));
    Scratch first = pool.take();
    Scratch second = pool.take();
    Scratch third = pool.take();
    pool.giveBack(first);
    pool.giveBack(second);
    pool.giveBack(third);
    assertThat(pool.take()).isSameAs(first);
    assertThat(pool.take()).isSameAs(second);
    assertThat(pool.take()).isNotSameAs(third);
  }

  @Test
  void upToSixteenMebibytesAreKeptAndNothingLarger() {
    Scratch kept = scratch(4096, 2730);
    Scratch dropped = scratch(4096, 2732);
    assertThat(kept.bytes()).isLessThanOrEqualTo(16L << 20);
    assertThat(dropped.bytes()).isGreaterThan(16L << 20);
    ScratchPool pool = new ScratchPool(2, () -> scratch(8, 8));
    pool.giveBack(dropped);
    pool.giveBack(kept);
    assertThat(pool.take()).isSameAs(kept);
    assertThat(pool.take()).isNotSameAs(dropped);
  }

  private static Scratch scratch(int width, int height) {
    return new Scratch(Preprocessing.vendorSample(), DecodeLimits.defaults(), width, height);
  }
}
