// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.distribution.DistributionFiles;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a real bash offers, asked as its line editor asks. */
@DisabledOnOs(OS.WINDOWS)
final class BashCompletionTest {
  /** The last argument is what stands before the cursor; = is a word of its own in bash. */
  private static final String DRIVER =
      """
      source "$1"; shift
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _bpu4j
      [ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private static Path folder;
  private static Path script;

  @BeforeAll
  static void write() throws IOException {
    new DistributionFiles(folder.resolve("made"))
        .describe(Distribution.program(), "2026-11-22", "1.0");
    script = folder.resolve("made/completion/bpu4j.bash");
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    Files.createFile(pictures.resolve("a cat.png"));
    Files.createFile(pictures.resolve("一只猫.png"));
    Files.createFile(pictures.resolve("x$(touch ran)`touch ran`.png"));
    Files.createDirectories(pictures.resolve("a folder"));
  }

  @Test
  void offersEveryCommandAndEveryOption() throws Exception {
    CommandLine program = Distribution.program();
    assertThat(offered("")).containsExactlyInAnyOrderElementsOf(program.getSubcommands().keySet());
    for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
      if (command.getValue().getCommandSpec().helpCommand()) {
        continue;
      }
      assertThat(offered(command.getKey(), "-"))
          .as(command.getKey())
          .containsExactlyElementsOf(names(command.getValue()));
      for (Map.Entry<String, CommandLine> below : command.getValue().getSubcommands().entrySet()) {
        assertThat(offered(command.getKey(), below.getKey(), "--"))
            .isSubsetOf(names(below.getValue()))
            .contains("--help");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cl                                      | classify",
        "classify --ann                          | --annotate",
        "eval me                                 | merge",
        "help conv                               | convert",
        "classify --fit LET                      | LETTERBOX",
        "classify --fit let                      | LETTERBOX",
        "classify --fit = le                     | LETTERBOX",
        "classify --range A                      | AUTO",
        "classify --runtime o                    | onnx",
        "convert check --interpolation l         | LINEAR",
        "classify --model a.bin --fit S          | STRETCH",
        "classify --model = a.bin --fit S        | STRETCH",
        "classify -n 1 a.png --json --chroma top | TOP_LEFT",
        "perf --annotate merg                    | ''",
        "classify --top 1                        | ''",
      })
  void completes(String line, String expected) throws Exception {
    assertThat(offered(line.trim().split(" +"))).isEqualTo(expected.lines().toList());
  }

  @Test
  void offersAllValuesWhereNoneIsBegun() throws Exception {
    assertThat(offered("nv12", "--fit", "")).containsExactly("STRETCH", "LETTERBOX", "CENTER_CROP");
    assertThat(offered("nv12", "--fit", "="))
        .containsExactly("STRETCH", "LETTERBOX", "CENTER_CROP");
  }

  @Test
  void offersFilesByNameWithoutRunningWhatIsInIt() throws Exception {
    assertThat(offered("classify", ""))
        .containsExactlyInAnyOrder(
            "a cat.png", "a folder", "一只猫.png", "x$(touch ran)`touch ran`.png");
    assertThat(offered("classify", "--model", "a c")).containsExactly("a cat.png");
    assertThat(offered("classify", "--model", "=", "一")).containsExactly("一只猫.png");
    assertThat(offered("classify", "--annotate", "")).containsExactly("a folder");
    assertThat(folder.resolve("pictures/ran")).doesNotExist();
  }

  private static List<String> names(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .flatMap((OptionSpec option) -> List.of(option.names()).stream())
        .toList();
  }

  private static List<String> offered(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "--norc", "-uc", DRIVER, "bash", script.toString(), "bpu4j"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.directory(folder.resolve("pictures").toFile());
    ProgramRun run = ProgramRun.of(builder);
    assertThat(run.err()).isEmpty();
    return run.out().lines().toList();
  }
}
