// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every page of the project that may show figures: README, docs, and those of the benchmarks.
 *
 * @param root the project's folder
 */
record Pages(Path root) {
  /** Returns the figures that the pages show. */
  Figures figures() throws IOException {
    return Figures.read(file());
  }

  /** Stores the figures and shows them on every page. */
  void publish(Figures figures) throws IOException {
    Map<Path, String> changed = new LinkedHashMap<>();
    for (Path page : all()) {
      String text = Files.readString(page);
      String shown = with(page, text, figures);
      if (!shown.equals(text)) {
        changed.put(page, shown);
      }
    }
    figures.write(file());
    for (Map.Entry<Path, String> page : changed.entrySet()) {
      Files.writeString(page.getKey(), page.getValue());
    }
  }

  /** Returns the text of a page with these figures, in the language of the page. */
  String with(Path page, String text, Figures figures) throws IOException {
    boolean chinese = root.relativize(page).toString().matches("docs/zh/.*|.*\\.zh-CN\\.md");
    Translations words = chinese ? Translations.chinese() : Translations.english();
    try {
      return new MarkedPage(text, words).with(figures);
    } catch (IllegalArgumentException e) {
      throw new IOException(page + ": " + e.getMessage(), e);
    }
  }

  /** Returns all pages, in order. */
  List<Path> all() throws IOException {
    try (Stream<Path> top = Files.list(root);
        Stream<Path> benchmarks = Files.list(root.resolve("benchmarks"));
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.of(top, benchmarks, docs)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private Path file() {
    return root.resolve("benchmarks/figures.tsv");
  }
}
