// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ground-truth file whose n-th line is the label of the picture with number n in its name.
 *
 * <p>Numbers alone may be the ids 1..1000 of ImageNet's development kit, which are in another order
 * than the classes; only a list of these ids says which is meant. A 0 shows that they are indexes.
 */
final class TruthFile {
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final List<String> labels;

  private TruthFile(List<String> labels) {
    this.labels = labels;
  }

  /** Whether the lines name pictures, as in {@code ILSVRC2012_val_00000001.JPEG 65}. */
  static boolean namesPictures(Path file) throws IOException {
    List<String> lines = lines(file, 1);
    return !lines.isEmpty() && FolderWalk.isPicture(lines.get(0).split("\\s+", 2)[0]);
  }

  /**
   * Reads the labels; memory grows with their number.
   *
   * @param ids the development kit's list, with a synset id and its number on each line, such as
   *     {@code map_clsloc.txt}
   */
  static TruthFile read(Path file, @Nullable Path ids) throws IOException {
    List<String> lines = lines(file, Integer.MAX_VALUE);
    boolean numbers = lines.stream().allMatch(line -> NUMBER.matcher(line).matches());
    if (ids != null) {
      Map<String, String> synsets = synsets(ids);
      return new TruthFile(lines.stream().map(line -> synset(file, line, synsets)).toList());
    }
    if (numbers && !lines.contains("0")) {
      throw new LabelException(
          ("%s holds numbers from 1: ImageNet's development kit has its own order of classes, so"
                  + " its list of ids is needed too (map_clsloc.txt). If these are class indexes from"
                  + " 0, use a CSV file of path and label")
              .formatted(file));
    }
    return new TruthFile(lines);
  }

  /** The label for a path; empty if its name has no number, or the file no such line. */
  String label(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Matcher number = LAST_NUMBER.matcher(name.substring(0, name.lastIndexOf('.')));
    if (!number.find() || number.group(1).length() > 9) {
      return "";
    }
    int line = Integer.parseInt(number.group(1));
    return line < 1 || line > labels.size() ? "" : labels.get(line - 1);
  }

  private static String synset(Path file, String line, Map<String, String> synsets) {
    String synset = synsets.get(line);
    if (synset == null) {
      throw new LabelException(
          "%s: '%s' is not a number of the list of ids, which has %d"
              .formatted(file, line, synsets.size()));
    }
    return synset;
  }

  private static Map<String, String> synsets(Path ids) throws IOException {
    Map<String, String> synsets = new HashMap<>();
    for (String line : lines(ids, Integer.MAX_VALUE)) {
      Optional<String> synset = Synsets.in(line);
      Matcher number = Pattern.compile("(?<!\\S)\\d+(?!\\S)").matcher(line);
      if (synset.isEmpty() || !number.find()) {
        throw new IOException(
            "%s: got '%s', expected lines such as 'n02119789 1 kit_fox'".formatted(ids, line));
      }
      synsets.put(number.group(), synset.get());
    }
    return synsets;
  }

  private static List<String> lines(Path file, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine();
          line != null && lines.size() < most;
          line = reader.readLine()) {
        lines.add(line.strip().intern());
      }
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
