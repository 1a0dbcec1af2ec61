// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.testkit.RuntimeContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract of all runtimes with the smallest real model and whatever program. */
abstract class SimulatorContract extends RuntimeContract {
  /** What starting a process and reading its files takes. */
  private static final long BYTES_PER_CYCLE = 512 << 10;

  @TempDir static Path folder;

  /** The program that answers. */
  abstract Path program() throws IOException;

  @Override
  public InferenceRuntime runtime() {
    try {
      return new SimulatorRuntime(SimulatorOptions.defaults().withProgram(program()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path modelFile() throws IOException {
    return new CompiledFiles(folder).tiny();
  }

  @Override
  public List<Path> badFiles() throws IOException {
    CompiledFiles files = new CompiledFiles(folder);
    return List.of(
        files.file("cpuall"),
        files.file("rgb"),
        files.file("feat"),
        files.file("twoout"),
        files.file("batch"),
        files.write("text.bin", new byte[] {'t', 'e', 'x', 't', '\n'}));
  }

  @Override
  public Optional<ClassificationModel> openSlow() throws IOException {
    return open(
        SimulatorOptions.defaults(), FakeProgram.slow(folder.resolve("slow"), program(), "0.4"));
  }

  @Override
  public Optional<ClassificationModel> openImpatient() throws IOException {
    return open(
        SimulatorOptions.defaults().withCloseTimeout(Duration.ofMillis(5)),
        FakeProgram.slow(folder.resolve("slow"), program(), "0.4"));
  }

  @Override
  public Optional<ClassificationModel> openFailing() throws IOException {
    Path failing =
        FakeProgram.answering(
            folder.resolve("failing"), "echo hbrtErrorHBMCRC32VerifyFail >&2; exit 134");
    return open(SimulatorOptions.defaults(), failing);
  }

  private Optional<ClassificationModel> open(SimulatorOptions options, Path program)
      throws IOException {
    return Optional.of(
        new SimulatorRuntime(options.withProgram(program))
            .load(modelFile(), LoadOptions.defaults()));
  }

  @Override
  public long bytesPerCycle() {
    return BYTES_PER_CYCLE;
  }

  @Override
  public long openHandles() {
    return Leftovers.count();
  }
}
