// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.evaluation.data.LabeledPicture;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file with a line per picture, in the order of the walk, so that a killed run can go on.
 *
 * <p>Each line is written when its picture is done. A process that is killed leaves at most one
 * line incomplete, which is cut off when the journal is resumed; its picture is evaluated again.
 */
final class Journal implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final EvaluationRun run;

  /**
   * Opens a journal, new or begun.
   *
   * @throws JournalMismatchException if it was begun for another run
   * @throws IOException if another process writes to it, or it is not a journal
   */
  Journal(Path file, EvaluationRun run) throws IOException {
    this.file = file;
    this.run = run;
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException(file + ": another evaluation of this process writes this journal", e);
    }
    throw new IOException(file + ": another process writes this journal; wait until it has ended");
  }

  /**
   * Hands over the pictures that are done, while the walk passes them, and prepares for more.
   *
   * @return their number
   * @throws JournalMismatchException if the walk passes others
   */
  long resume(LabeledPictures.Walk walk, Consumer<EvaluatedPicture> done) throws IOException {
    try (JournalReader reader = new JournalReader(file)) {
      EvaluationRun begun = reader.run();
      if (begun != null) {
        requireSame(begun);
        EvaluatedPicture next = reader.next(run);
        for (; next != null; next = reader.next(run)) {
          requireSame(next, walk.next(), reader.lines());
          done.accept(next);
        }
      }
      channel.truncate(reader.end());
      channel.position(reader.end());
      if (begun == null) {
        append(JournalLine.of(run));
      }
      return Math.max(0, reader.lines() - 1);
    }
  }

  void append(EvaluatedPicture picture) throws IOException {
    append(JournalLine.of(picture));
  }

  /** In one call of the system, as far as that takes it. */
  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void requireSame(EvaluationRun begun) throws JournalMismatchException {
    List<String> differences = begun.differences(run, "the journal", "this run");
    if (!differences.isEmpty()) {
      throw new JournalMismatchException(file, String.join("; ", differences));
    }
  }

  private void requireSame(EvaluatedPicture done, @Nullable LabeledPicture walked, long line)
      throws JournalMismatchException {
    if (walked == null || !walked.path().equals(done.path()) || walked.truth() != done.truth()) {
      throw new JournalMismatchException(
          file,
          "line %d has %s of class %d, the data has %s"
              .formatted(
                  line,
                  done.path(),
                  done.truth(),
                  walked == null ? "no more" : walked.path() + " of class " + walked.truth()));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
