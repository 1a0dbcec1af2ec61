// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What users get besides our modules does not change unnoticed. */
class RuntimeDependenciesTest {
  private static final Path ROOT = Repository.root();
  private static final String COMMITTED = "docs/dependencies.txt";
  private static final String BUILT = "integration-tests/target/dependencies.txt";
  private static final String HEAD =
      """
      # Libraries that users of each published module get at run time: group, artifact, version, license
      # as the library states it. The build fails when they change; it writes this file, and says where.
      """;

  private static List<RuntimeDependency> dependencies(String module) throws IOException {
    Path list = Repository.module(module).resolve("target/runtime-dependencies.txt");
    assertThat(list).as("written by mvn process-test-classes, also with -pl and -am").exists();
    return RuntimeDependency.listed(list);
  }

  @Test
  void areTheOnesOfTheCommittedList() throws IOException {
    StringBuilder built = new StringBuilder(HEAD);
    for (String module : Repository.publishedModules()) {
      built.append("\nbpu4j-").append(module).append('\n');
      for (RuntimeDependency dependency : dependencies(module)) {
        built.append("  ").append(dependency.describe()).append('\n');
      }
    }
    Path file = Files.writeString(ROOT.resolve(BUILT), built);
    Path committed = ROOT.resolve(COMMITTED);
    assertThat(Files.exists(committed) ? Files.readAllLines(committed) : List.of())
        .as(
            "what users get at run time has changed. Look at new versions and licenses; if all is"
                + " well: cp %s %s",
            BUILT, COMMITTED)
        .isEqualTo(Files.readAllLines(file));
  }

  /** Users resolve without our parent's choices: a module of ours has to ask for the version. */
  @Test
  void haveTheChosenVersionsForUsersToo() throws IOException {
    Set<String> chosen = new HashSet<>(PomFile.read(ROOT.resolve("pom.xml")).managed());
    chosen.addAll(PomFile.read(ROOT.resolve("bom/pom.xml")).managed());
    Set<String> named = new HashSet<>();
    List<String> reached = new ArrayList<>();
    for (String module : Repository.publishedModules()) {
      named.addAll(PomFile.read(Repository.module(module).resolve("pom.xml")).dependencies());
      dependencies(module).stream().map(RuntimeDependency::name).forEach(reached::add);
    }
    reached.retainAll(chosen);
    assertThat(reached).contains("org.slf4j:slf4j-api").isSubsetOf(named);
  }
}
