// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The documentation reads in one order and in two languages, and its links and pictures are right.
 * The decisions are for people who change the SDK and exist in English only, as their index says.
 */
final class PagesTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path CHINESE = DOCS.resolve("zh");
  private static Map<Path, Page> pages = Map.of();

  @BeforeAll
  static void read() throws IOException {
    pages = Page.all();
  }

  /** Each English page and where its Chinese one has to be. */
  private static Map<Path, Path> twins() {
    Map<Path, Path> twins = new TreeMap<>();
    for (Path page : pages.keySet()) {
      if (DOCS.equals(page.getParent())) {
        twins.put(page, CHINESE.resolve(page.getFileName()));
      }
    }
    twins.put(Path.of("README.md"), Path.of("README.zh-CN.md"));
    return twins;
  }

  @Test
  void everyPageHasItsChineseTwin() {
    assertThat(twins()).hasSizeGreaterThan(20);
    assertThat(pages.keySet()).containsAll(twins().values());
    assertThat(pages.keySet())
        .filteredOn(page -> page.startsWith(CHINESE))
        .as("Chinese pages have an English one")
        .isSubsetOf(twins().values());
  }

  @Test
  void twinsHaveTheSameHeadings() {
    twins()
        .forEach(
            (english, chinese) ->
                assertThat(page(chinese).levels())
                    .as("levels of the headings of %s, as in %s", chinese, english)
                    .isEqualTo(page(english).levels()));
  }

  @Test
  void twinsShowTheSameCode() {
    twins()
        .forEach(
            (english, chinese) -> {
              List<CodeBlock> expected = page(english).blocks();
              List<CodeBlock> actual = page(chinese).blocks();
              assertThat(actual).as("blocks of %s", chinese).hasSameSizeAs(expected);
              for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i).language())
                    .as("language of block %d of %s", i + 1, chinese)
                    .isEqualTo(expected.get(i).language());
                assertThat(actual.get(i).code())
                    .as("block %d of %s, as in %s", i + 1, chinese, english)
                    .isEqualTo(expected.get(i).code());
              }
            });
  }

  @Test
  void linksAndPicturesLeadToFilesAndHeadings() {
    List<String> problems =
        pages.values().stream()
            .flatMap(page -> page.targets().stream().map(target -> page.problem(target, pages)))
            .filter(problem -> !problem.isEmpty())
            .sorted()
            .toList();
    assertThat(problems).isEmpty();
    List<String> targets =
        pages.values().stream()
            .flatMap(page -> page.targets().stream())
            .filter(target -> !target.matches("\\w+:.*"))
            .toList();
    long images = targets.stream().filter(target -> target.matches(".*\\.(png|svg)")).count();
    System.out.printf(
        "docs: %d pages in pairs, %d links, %d images right%n",
        twins().size(), targets.size() - images, images);
  }

  @Test
  void indexNamesEveryPageInTheSameOrderInBothLanguages() {
    Path index = DOCS.resolve("README.md");
    List<Path> english = page(index).linkedPages();
    assertThat(english)
        .as("pages that %s names", index)
        .containsAll(
            twins().keySet().stream()
                .filter(page -> page.startsWith(DOCS) && !page.equals(index))
                .collect(Collectors.toList()));
    assertThat(page(CHINESE.resolve("README.md")).linkedPages())
        .isEqualTo(english.stream().map(PagesTest::inChinese).toList());
  }

  private static Path inChinese(Path english) {
    Path index = CHINESE.resolve("README.md");
    if (english.equals(index)) {
      return DOCS.resolve("README.md");
    }
    return twins().getOrDefault(english, english);
  }

  private static Page page(Path path) {
    Page page = pages.get(path);
    assertThat(page).as("%s", path).isNotNull();
    return page;
  }
}
