// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the complete lines of a journal; what a killed process left of its last line is ignored.
 */
final class JournalReader implements Closeable {
  private final Path file;
  private final InputStream in;
  private final @Nullable EvaluationRun run;
  private long end;
  private long line;

  /**
   * Reads the first line.
   *
   * @throws IOException if the file is not a journal
   */
  JournalReader(Path file) throws IOException {
    this.file = file;
    in = new BufferedInputStream(Files.newInputStream(file));
    try {
      requireJournal();
      String first = line();
      run = first == null ? null : parse(first, JournalLine::run);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Whether a file begins as journals do, or is empty. */
  static boolean isJournal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(JournalLine.START.length());
      return JournalLine.START.startsWith(new String(start, StandardCharsets.ISO_8859_1));
    }
  }

  /** What a journal holds so far. */
  static EvaluationResult result(Path file) throws IOException {
    try (JournalReader reader = new JournalReader(file)) {
      EvaluationRun run = reader.run;
      if (run == null) {
        throw new IOException(file + ": an empty journal");
      }
      Tally tally = new Tally(run);
      for (EvaluatedPicture each = reader.next(run); each != null; each = reader.next(run)) {
        tally.add(each);
      }
      return tally.result(0, 0);
    }
  }

  private void requireJournal() throws IOException {
    if (!isJournal(file)) {
      throw new IOException(
          file
              + ": not a journal, which begins with "
              + JournalLine.START
              + "; it was not touched");
    }
  }

  /** What the first line says; null if it was not written whole. */
  @Nullable EvaluationRun run() {
    return run;
  }

  /** The next picture; null after the last complete line. */
  @Nullable EvaluatedPicture next(EvaluationRun of) throws IOException {
    String text = line();
    return text == null
        ? null
        : parse(text, picture -> JournalLine.picture(picture, of.settings().labels()));
  }

  /** Number of bytes up to the end of the last complete line that was read. */
  long end() {
    return end;
  }

  /** Number of lines that were read. */
  long lines() {
    return line;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        end += bytes.size() + 1;
        line++;
        return bytes.toString(StandardCharsets.UTF_8);
      }
      bytes.write(b);
    }
    return null;
  }

  private <T> T parse(String text, Function<String, T> parser) throws IOException {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IOException("%s: line %d is damaged: %s".formatted(file, line, e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
