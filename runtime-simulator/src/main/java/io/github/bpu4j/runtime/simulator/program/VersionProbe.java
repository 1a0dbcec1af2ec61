// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.runtime.simulator.process.ExitText;
import io.github.bpu4j.runtime.simulator.process.VendorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a program for its version, which shows whether it runs on this machine at all. */
final class VersionProbe {
  /** A thousand times what it takes. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** What a shell calls the signal of an instruction that the processor does not have. */
  private static final int ILLEGAL_INSTRUCTION = 132;

  private VersionProbe() {}

  /**
   * Returns the simulator of an installation.
   *
   * @throws IOException if it is not usable; the message says why and what to do
   */
  static Simulator run(Installation installation) throws IOException {
    Path program =
        installation
            .program(ProgramSearch.PROGRAM)
            .orElseThrow(() -> new IOException("it holds no hbdk/bin/" + ProgramSearch.PROGRAM));
    Optional<String> objection =
        Files.isReadable(program) ? ProgramFormat.objection(program) : Optional.empty();
    if (objection.isPresent()) {
      throw new IOException(objection.get() + ", expected hbdk-sim for x86-64 Linux");
    }
    if (!Files.isExecutable(program)) {
      throw new IOException(program + " is not executable for this user; run chmod +x on it");
    }
    try (PrivateFolder folder = PrivateFolder.fresh()) {
      return new Simulator(program, version(program, folder), installation);
    }
  }

  private static SimulatorVersion version(Path program, PrivateFolder folder) throws IOException {
    try (VendorProcess process = start(program, folder)) {
      if (!process.awaitEnd(System.nanoTime() + LIMIT.toNanos())) {
        throw new IOException("it did not print its version within " + LIMIT.toSeconds() + " s");
      }
      if (process.exit() == ILLEGAL_INSTRUCTION) {
        throw new IOException(
            "this processor cannot run it (exit 132, illegal instruction); it needs AVX, which"
                + " x86-64 processors have since 2011 unless a virtual machine hides it");
      }
      SimulatorVersion version =
          SimulatorVersion.parse(process.output())
              .filter(found -> process.exit() == 0)
              .orElseThrow(
                  () ->
                      new IOException(
                          "it did not print its version: "
                              + ExitText.of(process.exit(), process.errors())));
      if (!version.simulatesTheX5()) {
        throw new IOException(
            "its version %s simulates %s, expected bayes-e; install dgdk 1.0.0"
                .formatted(version, version.marches()));
      }
      return version;
    }
  }

  private static VendorProcess start(Path program, PrivateFolder folder) throws IOException {
    try {
      return VendorProcess.start(List.of(program.toString(), "--version"), folder);
    } catch (IOException e) {
      String system = String.valueOf(e.getMessage());
      String remedy =
          system.contains("error=2,")
              ? "; its loader /lib64/ld-linux-x86-64.so.2 is missing, as on systems without glibc"
              : "";
      throw new IOException("it cannot be started (" + system + ")" + remedy, e);
    }
  }
}
