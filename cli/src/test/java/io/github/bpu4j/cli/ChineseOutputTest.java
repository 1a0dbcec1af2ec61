// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What varies with {@code --lang}, and what must not. */
final class ChineseOutputTest {
  private static final Path CAT = CommandProcess.root().resolve("examples/images/chelsea.png");

  @TempDir private Path folder;

  @Test
  void tablesHaveChineseTitlesAndLabelsInAlignedColumns() {
    InProcess chinese = InProcess.run("--lang", "zh", "classify", CAT);
    List<String> lines = chinese.out().lines().toList();
    assertThat(lines.get(0)).startsWith("模型 efficientnet_lite0，运行时 onnx");
    assertThat(lines.get(1)).startsWith("图片").contains("类别", "标签", "得分").endsWith("时间");
    assertThat(lines.get(2)).contains("285  埃及猫").endsWith("ms");
    assertThat(TerminalText.columns(lines.get(1))).isEqualTo(TerminalText.columns(lines.get(2)));
    assertThat(columnsBefore(lines.get(1), "得分") + 4)
        .as("titles of numbers end where the numbers end")
        .isEqualTo(columnsBefore(lines.get(3), "0.") + "0.090293".length());
  }

  private static int columnsBefore(String line, String word) {
    assertThat(line).contains(word);
    return TerminalText.columns(line.substring(0, line.indexOf(word)));
  }

  @Test
  void anOptionForLabelsDecidesWhereItIsGiven() {
    assertThat(InProcess.run("classify", "--lang", "zh", "--locale", "en", CAT).out())
        .contains("模型", "Egyptian cat");
    assertThat(InProcess.run("classify", "--lang", "en", "--locale", "zh", CAT).out())
        .contains("Model", "埃及猫");
  }

  @Test
  void jsonAndExitCodesAreTheSame() {
    for (List<String> arguments :
        List.of(
            List.of("models", "--json"),
            List.of("models", "show", "--json", "resnet18"),
            List.of("doctor", "--json", "--root", folder.toString()),
            List.of("nv12", "--json", CAT.toString(), folder.resolve("cat.nv12").toString()),
            List.of("classify", "--no-such-option"),
            List.of("stub-model", "no-such-file", "-"))) {
      InProcess english = in("en", arguments);
      InProcess chinese = in("zh", arguments);
      assertThat(chinese.out()).isEqualTo(english.out());
      assertThat(chinese.exit()).isEqualTo(english.exit());
    }
  }

  private static InProcess in(String language, List<String> arguments) {
    return InProcess.run(
        Stream.concat(arguments.stream(), Stream.of("--lang", language)).toArray());
  }

  @Test
  void messagesAreChineseAndThoseOfExceptionsEnglish() {
    assertThat(InProcess.run("--lang", "zh", "classify", "--fit", "x", CAT).err())
        .contains("Invalid value for option '--fit'")
        .contains("请参阅 'bpu4j classify --help'。");
    assertThat(InProcess.run("--lang", "zh", "doctor", "--root", folder).out())
        .contains("检查项")
        .contains("-> 如果原生代码无法加载")
        .contains("可用，但有警告：java。1 项提示，1 项警告，11 项不适用。");
  }

  @Test
  void aStreamIsToldInChineseButNotInJson() throws IOException {
    Path raw = Files.write(folder.resolve("frames"), new byte[64 * 48 * 3 / 2]);
    InProcess people = InProcess.run("--lang", "zh", "watch", "--raw", "nv12:64x48", raw);
    assertThat(people.exit()).as(people.err()).isZero();
    assertThat(people.out()).containsPattern("\\d\\.\\d{3} s {2}0\\.\\d{4} {2}\\p{IsHan}");
    assertThat(people.err())
        .contains("bpu4j: 正在识别 " + raw + "，原始 NV12，64x48；按 Ctrl-C 结束")
        .containsPattern("bpu4j: 1 帧，用时 [\\d.]+ 秒：回答 1 帧（每秒 [\\d.]+ 帧），丢帧 0，失败 0");
    InProcess program =
        InProcess.run("--lang", "zh", "watch", "--json", "--raw", "nv12:64x48", raw);
    assertThat(program.out()).startsWith("{\"timestamp_us\":").doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80})
  void helpFitsTheTerminal(int width) {
    check(HelpText.commandLine(Language.ZH), width);
  }

  private static void check(CommandLine command, int width) {
    String help = command.setUsageHelpAutoWidth(false).setUsageHelpWidth(width).getUsageMessage();
    assertThat(help.lines().filter(line -> !line.startsWith("  bpu4j") && !line.contains("ffmpeg")))
        .as(command.getCommandName())
        .allSatisfy(line -> assertThat(TerminalText.columns(line)).isLessThanOrEqualTo(width));
    command.getSubcommands().values().forEach(below -> check(below, width));
  }
}
