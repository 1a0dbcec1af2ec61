// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a folder with the classes that they show, walked lazily and always in the same
 * order.
 *
 * @param folder of the data
 * @param truth where the labels are
 * @param names what labels mean
 * @since 0.1.0
 */
public record LabeledPictures(Path folder, GroundTruth truth, ClassNames names) {
  /**
   * Walks over all pictures without opening them.
   *
   * @throws LabelException if a picture has no label, or a label means no class or several
   * @throws IOException if the folder or the file of labels cannot be read, or there is no picture
   */
  public DataSummary check() throws IOException {
    DataCheck check = new DataCheck(names, truth);
    try (PictureSource source = truth.open(folder)) {
      for (NamedPicture each = source.next(); each != null; each = source.next()) {
        check.add(each);
      }
    }
    DataSummary summary = check.summary();
    if (summary.pictures() == 0) {
      throw new NoSuchFileException(folder.toString(), null, "no labeled picture (" + truth + ")");
    }
    return summary;
  }

  /**
   * Starts a walk.
   *
   * @param all number of pictures, as {@link #check} counted them
   */
  public Walk walk(Selection selection, long all) throws IOException {
    return new Walk(truth.open(folder), selection.chooser(all));
  }

  /**
   * Pictures one after another.
   *
   * @since 0.1.0
   */
  public final class Walk implements Closeable {
    private final PictureSource source;
    private final Selection.Chooser chooser;
    private final Map<String, Integer> known = new HashMap<>();

    private Walk(PictureSource source, Selection.Chooser chooser) {
      this.source = source;
      this.chooser = chooser;
    }

    /**
     * The next picture that is selected; null after the last.
     *
     * @throws LabelException if the data has changed since the check
     */
    public @Nullable LabeledPicture next() throws IOException {
      while (!chooser.done()) {
        NamedPicture next = source.next();
        if (next == null) {
          return null;
        }
        if (chooser.choose()) {
          int index = known.computeIfAbsent(next.label(), label -> names.find(label).index());
          return new LabeledPicture(next.file(), next.path(), index);
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /** The size of a file; negative if it does not exist. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }
}
