// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in one line why a program of the vendor failed. */
public final class ExitText {
  private static final int LONGEST = 300;

  /** A shell adds this to the number of the signal that ended a program, and so does Java. */
  private static final int SIGNAL = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.of(
          4, "illegal instruction",
          6, "aborted",
          7, "bus error",
          8, "arithmetic error",
          9, "killed",
          11, "segmentation fault",
          13, "broken pipe",
          15, "terminated");

  /** Lines that are there even if all is well. */
  private static final Pattern CHATTER =
      Pattern.compile("WARNING:.*|\\[HBRT] set log level.*|\\s*");

  /** The time, process and place in the vendor's source before a message. */
  private static final Pattern ORIGIN =
      Pattern.compile("^\\[[\\d:]+] pid=\\d+ tid=\\d+ \\[HBRT [\\d.]+] \\([^)]*\\) ");

  /** The version, source and line after an error's name. */
  private static final Pattern PLACE = Pattern.compile(" [\\d.]+ file=\\p{XDigit}+ \\d+$");

  private ExitText() {}

  /** The exit code, and the line of the error output that tells the cause. */
  public static String of(int exit, String errors) {
    return code(exit) + cause(errors).map(line -> ": " + line).orElse("");
  }

  private static String code(int exit) {
    String signal = SIGNALS.get(exit - SIGNAL);
    return "it ended with exit code " + exit + (signal == null ? "" : " (" + signal + ")");
  }

  private static Optional<String> cause(String errors) {
    return errors
        .lines()
        .filter(line -> !CHATTER.matcher(line).matches())
        .map(line -> ORIGIN.matcher(line).replaceFirst(""))
        .map(line -> PLACE.matcher(line).replaceFirst("").strip())
        .findFirst()
        .map(line -> line.length() <= LONGEST ? line : shortened(line));
  }

  /** Keeps both ends: a long message is one with a path in the middle. */
  private static String shortened(String line) {
    int half = LONGEST / 2;
    return line.substring(0, half) + " ... " + line.substring(line.length() - half);
  }
}
