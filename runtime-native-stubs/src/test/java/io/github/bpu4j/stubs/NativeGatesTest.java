// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates of the native build were passed on both platforms, not skipped. */
class NativeGatesTest {
  @ParameterizedTest
  @ValueSource(strings = {"linux-x86_64", "linux-arm64"})
  void layoutsAndReplayWereChecked(String platform) throws IOException {
    NativeGates.assumeBuilt();
    assertThat(Files.readAllLines(NativeGates.SUMMARY))
        .contains(platform + "-layout: 42 assertions hold")
        .contains(platform + "-replay: 80 inferences, nothing left");
  }

  @Test
  void noFileUsesAFileThatUsesIt() throws IOException {
    NativeGates.assumeBuilt();
    assertThat(Files.readString(NativeGates.SUMMARY))
        .containsPattern("layers: \\d+ files, no circle");
  }

  @Test
  void selfTestsRanOnBothPlatforms() throws IOException {
    NativeGates.assumeBuilt();
    assertThat(Files.readString(NativeGates.SUMMARY))
        .containsPattern("linux-x86_64-\\S+: \\d{4,} checks, 0 failed")
        .containsPattern("linux-arm64-\\S+: \\d{4,} checks, 0 failed")
        .containsPattern("-asan-ubsan: \\d{4,} checks, 0 failed");
  }
}
