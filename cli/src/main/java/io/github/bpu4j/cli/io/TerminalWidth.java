// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds how many columns a table may take. */
public final class TerminalWidth {
  /** Where there is no terminal to ask: as wide as a table of long paths and labels gets. */
  private static final int DEFAULT = 123;

  private static final File TERMINAL = new File("/dev/tty");

  private TerminalWidth() {}

  /** {@code COLUMNS} if it is set, else what the terminal reports, else 123. */
  public static int columns(Streams streams) {
    int set = parse(System.getenv("COLUMNS"));
    if (set > 0) {
      return set;
    }
    int asked = streams.terminal() && TERMINAL.exists() ? ask() : 0;
    return asked > 0 ? asked : DEFAULT;
  }

  /**
   * The number in a text such as {@code 120}, or the last of {@code 40 120}; 0 if there is none.
   */
  static int parse(@Nullable String text) {
    if (text == null || !text.strip().matches("(\\d{1,4} )?\\d{1,4}")) {
      return 0;
    }
    String number = text.strip();
    return Integer.parseInt(number.substring(number.indexOf(' ') + 1));
  }

  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return 0;
      }
      return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
