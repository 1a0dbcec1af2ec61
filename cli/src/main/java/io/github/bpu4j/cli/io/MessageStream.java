// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The stream of messages and logs, whose lines cannot steer the terminal whatever names they quote.
 * Warnings of the libraries name the options of this command instead of the settings of their API.
 *
 * <p>Only {@code println} is filtered: {@code print} is for text that steers the terminal on
 * purpose, such as the progress line.
 */
final class MessageStream extends PrintStream {
  /** How the log of the libraries starts a warning, see simplelogger.properties. */
  private static final String WARNING = "WARN ";

  MessageStream(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(@Nullable String line) {
    String text = String.valueOf(line);
    super.println(
        TerminalText.printableLines(
            text.startsWith(WARNING) ? SettingNames.asOptions(text) : text));
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }
}
