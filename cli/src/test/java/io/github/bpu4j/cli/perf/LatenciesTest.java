// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
  @Test
  void percentilesAreMeasuredLatencies() {
    long[] nanos = LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray();
    Latencies latencies = new Latencies(nanos);
    assertThat(latencies.count()).isEqualTo(200);
    assertThat(latencies.min()).isEqualTo(1);
    assertThat(latencies.max()).isEqualTo(200);
    assertThat(latencies.average()).isEqualTo(100.5);
    assertThat(latencies.percentile(0.5)).isEqualTo(100);
    assertThat(latencies.percentile(0.9)).isEqualTo(180);
    assertThat(latencies.percentile(0.99)).isEqualTo(198);
    assertThat(nanos[0]).as("the caller's array").isEqualTo(200);
  }

  @Test
  void onePictureIsAllPercentiles() {
    Latencies one = new Latencies(new long[] {7});
    assertThat(one.percentile(0)).isEqualTo(7);
    assertThat(one.percentile(0.5)).isEqualTo(7);
    assertThat(one.percentile(1)).isEqualTo(7);
  }

  @Test
  void noneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(new long[0]));
  }
}
