// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of consumers/ are whole, and the page about them lists each. */
class ConsumersTest {
  private static final Path ROOT = Repository.root();
  private static final Path FOLDER = ROOT.resolve("consumers");

  private static List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void haveWhatTheScriptNeeds() throws IOException {
    String version =
        PomFile.read(ROOT.resolve("runtime-bpu/pom.xml")).parent().orElseThrow().split(":", -1)[2];
    assertThat(names()).hasSizeGreaterThan(10);
    for (String name : names()) {
      Path folder = FOLDER.resolve(name);
      assertThat(folder.resolve("run")).isExecutable();
      assertThat(folder.resolve("answer")).isNotEmptyFile();
      assertThat(folder.resolve("pom.xml"))
          .content()
          .contains("<bpu4j.version>" + version + "</bpu4j.version>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "docs/zh"})
  void areListedOnThePageInTheOrderOfTheFolder(String pages) throws IOException {
    String page = Files.readString(ROOT.resolve(pages).resolve("in-your-build.md"));
    List<String> listed =
        Pattern.compile("^\\| `consumers/([a-z-]+)` \\|", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(listed).isEqualTo(names());
  }
}
