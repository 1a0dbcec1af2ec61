// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The stream of messages and logs, whose lines cannot steer the terminal whatever names they quote.
 *
 * <p>Only {@code println} is filtered: {@code print} is for text that steers the terminal on
 * purpose, such as the progress line.
 */
final class MessageStream extends PrintStream {
  MessageStream(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(@Nullable String line) {
    super.println(TerminalText.printableLines(String.valueOf(line)));
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }
}
