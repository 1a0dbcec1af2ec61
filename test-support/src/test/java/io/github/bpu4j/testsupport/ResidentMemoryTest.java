// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The figure is the kernel's for this process. */
class ResidentMemoryTest {
  /** The kernel adds a thread's pages to the totals in batches. */
  private static final long COUNTED_LATE = 1L << 20;

  @Test
  void readsTheLineOfResidentMemoryInKibibytes() throws IOException {
    List<String> status = List.of("VmHWM:\t  999999 kB", "VmRSS:\t  170496 kB", "Threads:\t23");
    assertThat(ResidentMemory.bytes("VmRSS:", status)).isEqualTo(170_496L * 1024);
    assertThat(ResidentMemory.bytes("VmHWM:", status)).isEqualTo(999_999L * 1024);
    assertThatThrownBy(() -> ResidentMemory.bytes("VmRSS:", List.of("Threads:\t23")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no line VmRSS");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isMoreThanTheJvmItselfTakes() throws IOException {
    long now = ResidentMemory.bytes();
    assertThat(now).isBetween(16L << 20, 64L << 30);
    assertThat(ResidentMemory.peakBytes()).isGreaterThanOrEqualTo(now - COUNTED_LATE);
  }
}
