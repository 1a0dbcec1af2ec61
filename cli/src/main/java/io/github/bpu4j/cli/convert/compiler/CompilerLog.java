// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import io.github.bpu4j.cli.language.Text;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler writes, without colors, in lines that end at a line break or at a carriage
 * return of a progress bar.
 *
 * <p>Written by the thread that reads, read after it has ended.
 */
final class CompilerLog {
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern BAR = Pattern.compile("(?:\\[[=\\- ]+]|progress:).*?(\\d{1,3})%");
  private static final Text COMPILING = Text.of("convert.stage.compile", "compiling for the BPU");
  private static final List<Stage> STAGES =
      List.of(
          new Stage(
              "Start to prepare the onnx model",
              Text.of("convert.stage.read", "reading the network")),
          new Stage(
              "Start to optimize the onnx model",
              Text.of("convert.stage.simplify", "simplifying the network")),
          new Stage(
              "Start to calibrate the model", Text.of("convert.stage.calibrate", "calibrating")),
          new Stage("Start to quantize the model", Text.of("convert.stage.quantize", "quantizing")),
          new Stage("Compile submodel", COMPILING),
          new Stage("Start to compile the model", COMPILING));

  private final List<String> lines = new ArrayList<>();
  private final Consumer<Text> progress;
  private Text stage = Text.of("convert.stage.start", "starting");
  private @Nullable Text shown;

  private record Stage(String said, Text text) {}

  /**
   * Starts empty.
   *
   * @param progress is told how far the compiler has got, when that changes
   */
  CompilerLog(Consumer<Text> progress) {
    this.progress = progress;
  }

  /** Reads until the end. */
  void read(Reader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n' || next == '\r') {
        end(line);
      } else {
        line.append((char) next);
      }
    }
    end(line);
  }

  private void end(StringBuilder characters) {
    String line = COLOR.matcher(characters).replaceAll("").stripTrailing();
    characters.setLength(0);
    if (line.isEmpty()) {
      return;
    }
    Matcher bar = BAR.matcher(line);
    boolean percent = bar.find();
    if (!percent) {
      lines.add(line);
    }
    stage(line).ifPresent(text -> stage = text);
    Text now = percent ? Text.of("convert.stage.percent", "%s, %s %%", stage, bar.group(1)) : stage;
    if (!now.equals(shown)) {
      shown = now;
      progress.accept(now);
    }
  }

  private static Optional<Text> stage(String line) {
    return STAGES.stream().filter(each -> line.contains(each.said())).map(Stage::text).findFirst();
  }

  /** All lines but progress bars. */
  List<String> lines() {
    return lines;
  }

  /** All lines as a text for a file. */
  String text() {
    return String.join("\n", lines) + "\n";
  }
}
