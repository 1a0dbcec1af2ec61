// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The streams that results and messages go to.
 *
 * <p>Native libraries print banners on file descriptor 1. To keep them out of the results, the
 * launcher points descriptor 1 at stderr and passes the real stdout as descriptor 3; {@code
 * bpu4j.results} tells the program so. Without the launcher, results go to descriptor 1.
 *
 * @param results for results only; unbuffered
 * @param messages for progress, warnings and errors
 * @param terminal whether messages go to a terminal
 * @param texts what people read, in their language
 */
public record Streams(OutputStream results, PrintStream messages, boolean terminal, Texts texts) {
  private static final String RESULTS_PROPERTY = "bpu4j.results";
  private static final String TERMINAL_PROPERTY = "bpu4j.terminal";
  private static final String RESULTS_TERMINAL_PROPERTY = "bpu4j.results.terminal";

  /** Streams in English. */
  public Streams(OutputStream results, PrintStream messages, boolean terminal) {
    this(results, messages, terminal, Texts.english());
  }

  /** Opens the streams of this process and redirects {@code System.out} to stderr. */
  public static Streams ofProcess(Language language) {
    PrintStream messages = new MessageStream(new FileOutputStream(FileDescriptor.err));
    boolean moved = "fd3".equals(System.getProperty(RESULTS_PROPERTY));
    OutputStream results =
        new FileOutputStream(moved ? InheritedDescriptor.of(3) : FileDescriptor.out);
    System.setOut(messages);
    System.setErr(messages);
    return new Streams(
        results, messages, Boolean.getBoolean(TERMINAL_PROPERTY), Texts.in(language));
  }

  /** Whether results go to a terminal, as far as the launcher could tell. */
  public static boolean resultsOnTerminal() {
    return Boolean.getBoolean(RESULTS_TERMINAL_PROPERTY);
  }

  /** Writes one result in UTF-8; the text has to end with a line break. */
  public void result(String text) throws ResultsClosedException {
    result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a binary result. */
  public void result(byte[] bytes) throws ResultsClosedException {
    try {
      results.write(bytes);
      results.flush();
    } catch (IOException e) {
      throw new ResultsClosedException(e);
    }
  }

  /** Prints a message on a line of its own, prefixed with the program's name. */
  public void message(String text) {
    messages.println("bpu4j: " + text);
  }

  /**
   * Prints a message in the language of the user.
   *
   * @param key see {@link Texts#text(String, String, Object...)}
   */
  public void say(String key, String english, @Nullable Object... arguments) {
    message(texts.text(key, english, arguments));
  }

  public PrintWriter resultsForHelp() {
    return new PrintWriter(results, true, StandardCharsets.UTF_8);
  }

  public PrintWriter messagesForHelp() {
    return new PrintWriter(messages, true, StandardCharsets.UTF_8);
  }
}
