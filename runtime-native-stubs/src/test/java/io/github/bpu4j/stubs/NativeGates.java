// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the native part of the build left behind. */
final class NativeGates {
  static final Path SUMMARY = Path.of("target/native-check/summary.txt");

  private NativeGates() {}

  static boolean mustBeBuilt() {
    return "true".equals(System.getenv("CI"));
  }

  /** Skips the test where there was no compiler; in CI the build has failed before. */
  static void assumeBuilt() {
    assumeTrue(
        mustBeBuilt()
            || (StubFiles.hasLibrary("linux-x86_64")
                && StubFiles.hasLibrary("linux-arm64")
                && Files.exists(SUMMARY)),
        "the stand-in was built without a compiler");
  }
}
