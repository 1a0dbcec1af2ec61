// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes shell scripts that take the place of {@code hbdk-sim}. They print a version when asked; a
 * picture is answered by the given lines, whose current folder is that of the results.
 */
final class FakeProgram {
  private static final String VERSION =
      """
      version: 3.49.15
      runtime version: 3.15.55.0
      supported_march: bernoulli2, bayes, bayes-e
      """;

  /** Answers with ten numbers that follow from the checksum of the picture. */
  static final String TEN_SCORES =
      """
      set -- $(cksum < in0.yuv)
      {
        printf '#operator: CONV\\n#shift = 0 \\n#valid_dim=1x10x1x1\\n#dynamic_n=1\\n'
        for i in 1 2 3 4 5 6 7 8 9 10; do
          echo "$(( ($1 / i) % 60000 - 30000 )) "
        done
      } > hbdk_output0_feature_fc_elem_int.txt
      """;

  private FakeProgram() {}

  /** A program of the checked version. */
  static Path answering(Path folder, String lines) throws IOException {
    return withVersion(folder, VERSION, lines);
  }

  /** A program that prints the given text instead of its version. */
  static Path withVersion(Path folder, String version, String lines) throws IOException {
    return script(
        folder,
        """
        #!/bin/sh
        if [ "$1" = --version ]; then
        cat <<'END'
        %sEND
        exit 0
        fi
        %s
        """
            .formatted(version, lines));
  }

  /** A script as it is, executable, called {@code hbdk-sim}. */
  static Path script(Path folder, String text) throws IOException {
    Files.createDirectories(folder);
    Path script = Files.writeString(folder.resolve("hbdk-sim"), text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Starts another program after a pause. */
  static Path slow(Path folder, Path program, String seconds) throws IOException {
    return script(
        folder,
        """
        #!/bin/sh
        if [ "$1" != --version ]; then
          sleep %s
        fi
        exec %s "$@"
        """
            .formatted(seconds, program));
  }
}
