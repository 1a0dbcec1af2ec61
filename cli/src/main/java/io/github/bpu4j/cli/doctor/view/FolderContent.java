// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in a folder, without following links.
 *
 * @param entries number of files and bytes by the name of the entry
 */
public record FolderContent(Map<String, Sum> entries) {
  private static final int MOST_FILES = 10_000;
  private static final int DEPTH = 6;
  private static final int MOST_LINES = 20;
  private static final long KILO = 1000;
  private static final String MODELS = "models";

  public FolderContent {
    entries = Map.copyOf(entries);
  }

  /** Files and their bytes. */
  public record Sum(long files, long bytes) {
    /** In words, such as {@code 704 kB in 6 files}; a part of a kB counts as one. */
    String words() {
      return "%d kB in %d %s"
          .formatted((bytes + KILO - 1) / KILO, files, files == 1 ? "file" : "files");
    }

    Sum plus(long more) {
      return new Sum(files + 1, bytes + more);
    }
  }

  /** Counts at most 10000 files; what cannot be read is left out. */
  public static FolderContent of(Path folder) {
    Map<String, Sum> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      files
          .limit(MOST_FILES)
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                String entry = entry(folder.relativize(file));
                Sum sum = entries.getOrDefault(entry, new Sum(0, 0));
                entries.put(entry, sum.plus(size(file)));
              });
    } catch (IOException | UncheckedIOException e) {
      return new FolderContent(entries);
    }
    return new FolderContent(entries);
  }

  /** The first name of a path; below {@code models}, which has a folder each, the second too. */
  private static String entry(Path path) {
    boolean nested = path.getNameCount() > 2 && path.startsWith(MODELS);
    return path.subpath(0, nested ? 2 : 1).toString();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** A line for each of the first entries; {@code empty} if there is none. */
  public String lines() {
    List<String> lines =
        new TreeMap<>(entries)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().words())
                .toList();
    String more = lines.size() > MOST_LINES ? "\n..." : "";
    return lines.isEmpty()
        ? "empty"
        : lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n")) + more;
  }
}
