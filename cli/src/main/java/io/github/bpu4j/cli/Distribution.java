// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.cli.distribution.DistributionFiles;
import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine;

/** Run by the build of the distribution only: writes what is made from the command's options. */
final class Distribution {
  private Distribution() {}

  /**
   * Writes completion, manual pages, licenses and the build's checksum.
   *
   * @param arguments the folder to write to, the command's jar, its version, the time of the build
   *     as {@code 2026-11-22T00:00:00Z}, and docs/dependencies.txt
   */
  public static void main(String[] arguments) throws IOException {
    DistributionFiles files = new DistributionFiles(Path.of(arguments[0]));
    files.describe(program(), arguments[3].substring(0, "2026-11-22".length()), arguments[2]);
    files.accountFor(Path.of(arguments[1]), Path.of(arguments[4]));
  }

  /** The command with all of its subcommands, whose help is in English. */
  static CommandLine program() {
    Streams streams = new Streams(OutputStream.nullOutputStream(), System.err, false);
    return Bpu4j.commandLine(streams, new StartClock(false), new String[0]);
  }
}
