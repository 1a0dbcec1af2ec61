// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What programs can use of the published modules does not change unnoticed. */
final class PublicApiTest {
  private static final Path ROOT = Repository.root();
  private static final String COMMITTED = "docs/api";
  private static final String BUILT = "integration-tests/target/api";

  @Test
  void isTheOneOfTheCommittedListings() throws IOException {
    Map<String, List<String>> built = new TreeMap<>();
    int types = 0;
    for (PublishedModule module : PublishedModule.all()) {
      List<String> lines = new ArrayList<>();
      for (Class<?> type : module.types()) {
        lines.addAll(TypeListing.of(type).lines());
        types++;
      }
      built.put("bpu4j-" + module.name() + ".txt", lines);
    }
    assertThat(built).containsKeys("bpu4j-api.txt", "bpu4j-preprocess.txt");
    write(built);
    assertThat(differences(committed(), built))
        .as(
            "the public API differs from %s (- was, + is). If that is meant: rm -f %s/*.txt && cp"
                + " %s/*.txt %s, and a line in CHANGELOG.md",
            COMMITTED, COMMITTED, BUILT, COMMITTED)
        .isEmpty();
    System.out.printf(
        "api: %d lines of %d types in %d modules as listed in %s%n",
        built.values().stream().mapToInt(List::size).sum(), types, built.size(), COMMITTED);
  }

  private static void write(Map<String, List<String>> listings) throws IOException {
    Path folder = Files.createDirectories(ROOT.resolve(BUILT));
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, List<String>> listing : listings.entrySet()) {
      Files.write(folder.resolve(listing.getKey()), listing.getValue());
    }
  }

  private static Map<String, List<String>> committed() throws IOException {
    Map<String, List<String>> listings = new TreeMap<>();
    try (Stream<Path> files = Files.list(ROOT.resolve(COMMITTED))) {
      for (Path file : files.toList()) {
        listings.put(file.getFileName().toString(), Files.readAllLines(file));
      }
    }
    return listings;
  }

  private static List<String> differences(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Set<String> was = new LinkedHashSet<>(before.getOrDefault(name, List.of()));
      Set<String> is = new LinkedHashSet<>(after.getOrDefault(name, List.of()));
      was.stream().filter(line -> !is.contains(line)).map("- "::concat).forEach(differences::add);
      is.stream().filter(line -> !was.contains(line)).map("+ "::concat).forEach(differences::add);
      if (!before.containsKey(name) || !after.containsKey(name)) {
        differences.add(name + (after.containsKey(name) ? " is not committed" : " has no module"));
      }
    }
    return differences;
  }
}
