// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The published page and its Chinese twin.
 *
 * <p>A run replaces the tables that it measured. All others stay, with the date and commit of the
 * run that measured them, and the targets are judged by the page as it stands then.
 */
final class PerformancePages {
  private static final String ENGLISH = "performance.md";
  private static final String CHINESE = "zh/performance.md";

  private final Path docs;

  PerformancePages(Path docs) {
    this.docs = docs;
  }

  /**
   * The published tables, in English, with those of a run in place of the ones that it measured.
   */
  Map<String, Table> tablesWith(Map<String, Table> measured) throws IOException {
    Map<String, Table> tables = new LinkedHashMap<>(page(ENGLISH, Translations.english()).tables());
    tables.putAll(measured);
    return tables;
  }

  /**
   * Writes both pages.
   *
   * @param measured the tables of this run
   * @param complete whether the run was of all sections, so that its machine heads the page
   * @return the names of the measured tables that stay as an earlier run left them
   */
  Set<String> publish(Map<String, Table> measured, RunContext context, boolean complete)
      throws IOException {
    Map<String, Table> headings = new LinkedHashMap<>();
    headings.put("targets", Target.table(tablesWith(measured)));
    if (complete) {
      headings.put("machine", context.table());
    }
    Set<String> kept = new TreeSet<>(page(ENGLISH, Translations.english()).tables().keySet());
    kept.removeAll(measured.keySet());
    kept.removeAll(Set.of("targets", "machine"));
    for (String name : new String[] {ENGLISH, CHINESE}) {
      Translations words = name.equals(ENGLISH) ? Translations.english() : Translations.chinese();
      FiguresPage changed =
          page(name, words).with(measured, context.caption(words)).with(headings, "");
      Files.writeString(docs.resolve(name), changed.text());
    }
    return kept;
  }

  private FiguresPage page(String name, Translations words) throws IOException {
    return new FiguresPage(Files.readString(docs.resolve(name)), words);
  }
}
