// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a CSV file in the order of its rows: {@code path,label}.
 *
 * <p>A heading may name the columns, in any order and among others; without one they are the first
 * two. Paths are relative to the folder of the data.
 */
final class CsvPictures implements PictureSource {
  private static final String PATH = "path";
  private static final String LABEL = "label";

  private final Path file;
  private final Path folder;
  private final CsvRows rows;
  private boolean headed;
  private int pathColumn;
  private int labelColumn = 1;
  private @Nullable List<String> first;

  CsvPictures(Path file, Path folder) throws IOException {
    this.file = file;
    this.folder = folder;
    rows = new CsvRows(file);
    List<String> row = rows.next();
    if (row != null) {
      List<String> names = row.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      if (names.contains(PATH) && names.contains(LABEL)) {
        headed = true;
        pathColumn = names.indexOf(PATH);
        labelColumn = names.indexOf(LABEL);
      } else {
        first = row;
      }
    }
  }

  @Override
  public @Nullable NamedPicture next() throws IOException {
    List<String> row = first == null ? rows.next() : first;
    first = null;
    if (row == null) {
      return null;
    }
    boolean whole = headed ? row.size() > Math.max(pathColumn, labelColumn) : row.size() == 2;
    if (!whole || row.get(pathColumn).isEmpty()) {
      throw new IOException(
          "%s: line %d: got %s, expected a path and a label; put a label with commas in quotes, and"
                  .formatted(file, rows.line(), row)
              + " name the columns path and label in a heading if there are others");
    }
    String path = row.get(pathColumn);
    return new NamedPicture(folder.resolve(path), path.replace('\\', '/'), row.get(labelColumn));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
