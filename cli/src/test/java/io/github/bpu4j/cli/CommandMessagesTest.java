// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that docs/errors.md lists for a command is what the command answers. */
@DisabledOnOs(OS.WINDOWS)
final class CommandMessagesTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (?:`([^`|]*)` )?\\| ([0-3]) \\| `([^|]*)` \\|$");

  @TempDir private static Path folder;

  /**
   * A row of the page.
   *
   * @param command the arguments
   * @param exit the exit code
   * @param message on stderr, in one line, or the JSON object on stdout; with {@code ...} for what
   *     depends on the machine
   */
  record Row(String command, int exit, String message) {}

  static List<Row> rows() throws IOException {
    return rows("docs/errors.md");
  }

  private static List<Row> rows(String page) throws IOException {
    String text = Files.readString(CommandProcess.root().resolve(page));
    return ROW.matcher(text).results().map(CommandMessagesTest::row).toList();
  }

  private static Row row(MatchResult cells) {
    String command = cells.group(1) == null ? "" : cells.group(1);
    return new Row(command, Integer.parseInt(cells.group(2)), cells.group(3));
  }

  @BeforeAll
  static void files() throws IOException {
    byte[] photo = Files.readAllBytes(CommandProcess.picture("chelsea.png"));
    Files.write(folder.resolve("photo.png"), photo);
    Files.write(folder.resolve("cut.png"), Arrays.copyOf(photo, 2000));
    Files.createFile(folder.resolve("zero.jpg"));
    Files.createFile(folder.resolve("zero.onnx"));
    Files.write(folder.resolve("zero.raw"), new byte[100]);
    for (String name : List.of("notes.txt", "text.onnx", "text.bin")) {
      Files.writeString(folder.resolve(name), "text\n");
    }
    models();
    Files.createDirectory(folder.resolve("empty"));
    Path drawn = Files.createDirectory(folder.resolve("drawn"));
    Files.write(drawn.resolve("a.png"), photo);
    Files.write(drawn.resolve("a.annotated.png"), photo);
    Path looped = Files.createDirectory(folder.resolve("looped"));
    Files.createSymbolicLink(looped.resolve("link"), looped);
  }

  private static void models() throws IOException {
    Path networks = CommandProcess.root().resolve("runtime-onnx/src/test/resources/networks");
    for (String name : List.of("dynamic.onnx", "gray.onnx", "tiny.onnx")) {
      Files.copy(networks.resolve(name), folder.resolve(name));
    }
    for (String name : List.of("colors.onnx", "stated.onnx")) {
      Files.copy(networks.resolve("rgb_nchw.onnx"), folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("stated.onnx.metadata.json"), "{\"version\": 1, \"lables\": \"x.txt\"}");
    Files.write(folder.resolve("tiny.bin"), ModelFiles.real());
  }

  @AfterEach
  void forgetTheLibrary() {
    System.clearProperty("bpu4j.dnn.library");
  }

  @Test
  void theChinesePageListsTheSame() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(80);
    assertThat(rows("docs/zh/errors.md")).isEqualTo(rows());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCommandSaysWhatThePageLists(Row row) {
    String[] arguments =
        Stream.of(row.command().split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(CommandMessagesTest::inFolder)
            .toArray(String[]::new);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(out, new PrintStream(err, true, UTF_8), false);
    int exit = Bpu4j.commandLine(streams, new StartClock(false), arguments).execute(arguments);
    String shown = err.toString(UTF_8).replace(folder + "/", "");
    if (row.message().startsWith("{")) {
      assertThat(shown).isEmpty();
      assertThat(out.toString(UTF_8).replace(folder + "/", ""))
          .isEqualTo(row.message() + System.lineSeparator());
      assertThat(exit).isEqualTo(row.exit());
      return;
    }
    assertThat(shown).startsWith("bpu4j: ").doesNotContain("\tat ", "Exception");
    assertThat(shown.replaceAll("\\s+", " ")).containsPattern(pattern(row.message()));
    assertThat(exit).as(shown).isEqualTo(row.exit());
    if (exit == 2) {
      assertThat(shown.lines()).hasSize(2);
      assertThat(shown).endsWith(" --help'." + System.lineSeparator());
    }
  }

  private static String inFolder(String word) {
    boolean file = word.matches("[a-z]+(/[a-z]+)?\\.[a-z0-9]+|absent/out|empty|drawn|looped|out");
    return file ? folder.resolve(word).toString() : word;
  }

  private static Pattern pattern(String message) {
    return Pattern.compile(
        "(^| )bpu4j: "
            + Arrays.stream(message.split("\\.\\.\\.", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"))
            + "( |$)");
  }
}
