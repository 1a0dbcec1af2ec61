// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.folder.FolderTree;
import io.github.bpu4j.cli.convert.folder.YamlText;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.convert.plan.Finding;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.LiveLine;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Compiles the folder of a conversion, in a copy whose path tells nothing of the user, because the
 * compiled file keeps it.
 *
 * @param plan of the conversion
 * @param folder that was made
 * @param progressShown whether to show how far the compiler has got
 * @param stopped polled; true ends the compiler
 */
public record Compilation(
    Streams streams,
    HbMapper compiler,
    ConversionPlan plan,
    Path folder,
    boolean progressShown,
    BooleanSupplier stopped) {
  /** The file in the folder that has what the compiler wrote. */
  public static final String LOG = "hb_mapper.log";

  static final String NEUTRAL = "bpu4j-convert-";
  private static final Path TEMPORARY = Path.of("/tmp");

  /** How it ended. */
  public enum Outcome {
    COMPILED,
    FAILED,
    INTERRUPTED
  }

  /**
   * Compiles with the settings of the folder, or with others for a draft.
   *
   * @param optimization {@code O3}, or {@code O0} for a draft
   * @param result the file to write
   */
  public Outcome run(String optimization, Path result) throws IOException {
    List<Finding> findings = CalibrationData.check(plan, folder.resolve(CalibrationData.FOLDER));
    findings.forEach(each -> streams.message(streams.texts().text(each.line())));
    if (!findings.isEmpty()) {
      return Outcome.FAILED;
    }
    Path copy = neutralFolder();
    try {
      FolderTree.copy(folder, copy);
      Files.writeString(copy.resolve(plan.name() + ".yaml"), YamlText.of(plan, optimization));
      return compile(copy, optimization, result);
    } finally {
      FolderTree.delete(copy);
    }
  }

  private static Path neutralFolder() throws IOException {
    return Files.isWritable(TEMPORARY)
        ? Files.createTempDirectory(TEMPORARY, NEUTRAL)
        : Files.createTempDirectory(NEUTRAL);
  }

  private Outcome compile(Path copy, String optimization, Path result) throws IOException {
    LiveLine line = new LiveLine(streams);
    CompilerRun run =
        CompilerRun.of(
            compiler,
            plan.name() + ".yaml",
            copy,
            text -> {
              if (progressShown) {
                line.show(
                    streams
                        .texts()
                        .text("convert.compiling", "hb_mapper %s: %s", optimization, text));
              }
            },
            stopped);
    line.clear();
    CompleteFile.write(folder.resolve(LOG), run.log().text().getBytes(StandardCharsets.UTF_8));
    if (run.interrupted()) {
      return Outcome.INTERRUPTED;
    }
    Path compiled = copy.resolve("build").resolve(plan.name() + ".bin");
    if (run.exit() != 0 || !Files.isRegularFile(compiled)) {
      failed(run);
      return Outcome.FAILED;
    }
    List<ReadBack.Row> rows = ReadBack.of(plan, optimization, compiled);
    streams.result(ReadBack.page(rows, streams.texts()));
    List<ReadBack.Row> different = rows.stream().filter(row -> !row.isAsked()).toList();
    for (ReadBack.Row row : different) {
      streams.say(
          "convert.another", "error: the compiled file has another %s than asked for", row.key());
    }
    if (!different.isEmpty()) {
      streams.say("convert.not-kept", "it was not kept; see %s", folder.resolve(LOG));
      return Outcome.FAILED;
    }
    CompleteFile.write(result, Files.readAllBytes(compiled));
    return Outcome.COMPILED;
  }

  private void failed(CompilerRun run) {
    Text why =
        run.exit() == 0
            ? Text.of("convert.no-result", "hb_mapper ended without an error and without a .bin")
            : Text.of(
                "convert.compiler-failed",
                "hb_mapper failed with exit code %d: %s",
                run.exit(),
                TerminalText.printable(CompilerFailure.of(run.log().lines(), run.exit()).text()));
    streams.say("convert.error", "error: %s", why);
    streams.say("convert.log", "all that it said is in %s", folder.resolve(LOG));
  }
}
