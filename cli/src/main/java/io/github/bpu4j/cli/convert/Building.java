// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import io.github.bpu4j.cli.convert.check.DraftCheck;
import io.github.bpu4j.cli.convert.compiler.Compilation;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the compiled file of a conversion, after a draft if one is wanted.
 *
 * @param limits for decoding pictures
 * @param checked pictures to check a draft with; empty for no draft
 */
record Building(
    Streams streams, Compilation compilation, DecodeLimits limits, Optional<List<Path>> checked) {
  private static final String FAST = "O3";
  private static final String DRAFT = "O0";

  /** Returns the exit code. */
  int build() throws IOException {
    String name = compilation.plan().name();
    if (checked.isPresent()) {
      Path file = compilation.folder().resolve(name + ".draft.bin");
      int exit = compile(DRAFT, file);
      exit = exit == ExitCode.OK ? check(file, checked.get()) : exit;
      Files.deleteIfExists(file);
      if (exit != ExitCode.OK) {
        return exit;
      }
    }
    Path file = compilation.folder().resolve(name + ".bin");
    int exit = compile(FAST, file);
    if (exit == ExitCode.OK) {
      streams.result(
          streams
              .texts()
              .text("convert.compiled", "%s: compiled, and says what was asked for\n", file));
    }
    return exit;
  }

  private int compile(String optimization, Path file) throws IOException {
    return switch (compilation.run(optimization, file)) {
      case COMPILED -> ExitCode.OK;
      case FAILED -> ExitCode.ITEM_FAILED;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
    };
  }

  private int check(Path draft, List<Path> pictures) throws IOException {
    compilation.compiler().lendSimulator();
    return DraftCheck.run(
        streams,
        compilation.plan(),
        draft,
        pictures,
        limits,
        compilation.progressShown(),
        compilation.stopped());
  }
}
