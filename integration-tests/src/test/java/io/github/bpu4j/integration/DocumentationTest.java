// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.ClassifierBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiles and runs every Java block of README and docs, and compares their lists with the code.
 *
 * <p>A block after {@code <!-- compile only: reason -->} is compiled but not run; a block with a
 * JUnit class is run as a test.
 */
class DocumentationTest {
  private static final Path ROOT = Repository.root();
  private static final Pattern SETTING =
      Pattern.compile(
          "(PROPERTY = \"(?=bpu4j)|\"(?=BPU4J_)|\\$\\{(?=BPU4J_))(?<name>[\\w.]+)[\":}-]");

  @TestFactory
  Stream<DynamicTest> everyJavaBlockRuns() throws IOException {
    return pages().stream()
        .flatMap(page -> JavaBlock.in(page).stream())
        .map(block -> DynamicTest.dynamicTest(block.name(ROOT), block::run));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/getting-started.md", "docs/zh/getting-started.md"})
  void gettingStartedListsEveryOptionOfTheBuilder(String page) throws IOException {
    String text = Files.readString(ROOT.resolve(page));
    assertThat(ClassifierBuilder.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(Method::getName)
        .filteredOn(name -> !name.equals("open"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            name -> assertThat(text).containsPattern("(?m)^\\| .*`" + name + "\\b.*`.*\\|"));
  }

  @Test
  void bothSettingsPagesNameEverySetting() throws IOException {
    Set<String> settings = settings();
    assertThat(settings)
        .contains("bpu4j.cache.dir", "BPU4J_RUNTIME", "BPU4J_STUB_LOG", "BPU4J_JAVA_OPTS");
    for (String page : List.of("docs/settings.md", "docs/zh/settings.md")) {
      String text = Files.readString(ROOT.resolve(page));
      assertThat(settings).as(page).allMatch(setting -> text.contains("`" + setting + "`"));
      assertThat(rows(text)).as("rows of " + page + " that no source reads").isSubsetOf(settings);
    }
  }

  /** Our settings that start a row of a table. */
  private static Set<String> rows(String page) {
    Set<String> rows = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `((bpu4j\\.|BPU4J_)[\\w.]+)`").matcher(page);
    while (row.find()) {
      rows.add(row.group(1));
    }
    return rows;
  }

  /** Properties and variables that appear in the sources, the launcher and the native build. */
  private static Set<String> settings() throws IOException {
    Set<String> settings = new TreeSet<>();
    for (Path file : readersOfSettings()) {
      Matcher setting = SETTING.matcher(Files.readString(file));
      while (setting.find()) {
        settings.add(setting.group("name"));
      }
    }
    return settings;
  }

  private static List<Path> readersOfSettings() throws IOException {
    List<Path> readers =
        new ArrayList<>(List.of(ROOT.resolve("bpu4j"), ROOT.resolve("native/toolchain.sh")));
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(module -> module.resolve("src/main")).toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().matches(".*\\.(java|c|sh)")).forEach(readers::add);
          }
        }
      }
    }
    return readers;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
