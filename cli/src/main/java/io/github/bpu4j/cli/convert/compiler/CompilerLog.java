// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the compiler writes, without colors, in lines that end at a line break or at a carriage
 * return of a progress bar.
 *
 * <p>Written by the thread that reads, read after it has ended.
 */
final class CompilerLog {
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern BAR = Pattern.compile("(?:\\[[=\\- ]+]|progress:).*?(\\d{1,3})%");
  private static final List<Stage> STAGES =
      List.of(
          new Stage("Start to prepare the onnx model", "reading the network"),
          new Stage("Start to optimize the onnx model", "simplifying the network"),
          new Stage("Start to calibrate the model", "calibrating"),
          new Stage("Start to quantize the model", "quantizing"),
          new Stage("Compile submodel", "compiling for the BPU"),
          new Stage("Start to compile the model", "compiling for the BPU"));

  private final List<String> lines = new ArrayList<>();
  private final Consumer<String> progress;
  private String stage = "starting";
  private String shown = "";

  private record Stage(String said, String text) {}

  /**
   * Starts empty.
   *
   * @param progress is told how far the compiler has got, when that changes
   */
  CompilerLog(Consumer<String> progress) {
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
    String now = percent ? stage + ", " + bar.group(1) + " %" : stage;
    if (!now.equals(shown)) {
      shown = now;
      progress.accept(now);
    }
  }

  private static Optional<String> stage(String line) {
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
