// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class DnnLibraryTest {
  private static final String MISSING = "/nonexistent/libdnn.so";

  @Test
  void theLoadersWordsEndWhereTheyEnd() {
    assumeThat(NativeBinding.jniObjection()).isEmpty();
    assertThatThrownBy(() -> DnnLibrary.open(MISSING))
        .isInstanceOf(LibraryRefusedException.class)
        .hasMessageContaining(MISSING)
        .hasMessageNotContaining("\0");
    assertThat(DnnLibrary.preload(MISSING).orElseThrow()).contains(MISSING).doesNotContain("\0");
  }
}
