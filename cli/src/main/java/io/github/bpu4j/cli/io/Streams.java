// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where results and messages of the process go.
 *
 * <p>Native libraries print banners on file descriptor 1. So that no banner can fall between two
 * results, the launcher starts the JVM with descriptor 1 pointing at stderr and the real stdout on
 * descriptor 0, which this program never reads, and says so in {@code bpu4j.results}. Without the
 * launcher, results go to descriptor 1.
 *
 * @param results takes results only; written through at once
 * @param messages takes everything for people that is no result
 * @param terminal whether a person is watching the messages
 */
public record Streams(OutputStream results, PrintStream messages, boolean terminal) {
  private static final String RESULTS_PROPERTY = "bpu4j.results";
  private static final String TERMINAL_PROPERTY = "bpu4j.terminal";

  /** The streams of this process; from here on {@code System.out} is stderr. */
  public static Streams ofProcess() {
    PrintStream messages =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean moved = "fd0".equals(System.getProperty(RESULTS_PROPERTY));
    OutputStream results = new FileOutputStream(moved ? FileDescriptor.in : FileDescriptor.out);
    System.setOut(messages);
    System.setErr(messages);
    return new Streams(results, messages, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  /** Writes one result, whole, in UTF-8; the text brings its line ends. */
  public void result(String text) throws ResultsClosedException {
    result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes that are the result. */
  public void result(byte[] bytes) throws ResultsClosedException {
    try {
      results.write(bytes);
      results.flush();
    } catch (IOException e) {
      throw new ResultsClosedException(e);
    }
  }

  /** Tells people one thing, on a line of its own, under the program's name. */
  public void message(String text) {
    messages.println("bpu4j: " + text);
  }

  public PrintWriter resultsForHelp() {
    return new PrintWriter(results, true, StandardCharsets.UTF_8);
  }

  public PrintWriter messagesForHelp() {
    return new PrintWriter(messages, true, StandardCharsets.UTF_8);
  }
}
