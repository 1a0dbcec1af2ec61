// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application on a board carries for the SDK stays small. */
class SizeBudgetTest {
  /** Of api, preprocess, model-file and runtime-bpu. */
  private static final long OWN_BYTES = 790_000;

  private static final long WITH_DEPENDENCIES_BYTES = 5_000_000;

  private static final Path MODULE = Repository.root().resolve("runtime-bpu");

  private final List<Path> own = new ArrayList<>();
  private final List<Path> others = new ArrayList<>();

  SizeBudgetTest() throws IOException {
    String version =
        PomFile.read(MODULE.resolve("pom.xml")).parent().orElseThrow().split(":", -1)[2];
    own.add(MODULE.resolve("target/bpu4j-runtime-bpu-" + version + ".jar"));
    for (RuntimeDependency dependency :
        RuntimeDependency.listed(MODULE.resolve("target/runtime-dependencies.txt"))) {
      (dependency.isOurs() ? own : others).add(dependency.file());
    }
    assumeTrue(own.stream().allMatch(Files::isRegularFile), "there are no jars before mvn package");
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  @Test
  void ofOurJars() throws IOException {
    assertThat(own).hasSize(4);
    assertThat(bytes(own))
        .as("bytes of %s (if pom.xml changed since they were built: mvn clean)", own)
        .isBetween(100_000L, OWN_BYTES);
  }

  @Test
  void ofAllThatIsAdded() throws IOException {
    assertThat(others).hasSizeGreaterThan(3);
    assertThat(bytes(own) + bytes(others))
        .as("bytes of %s and %s", own, others)
        .isBetween(OWN_BYTES, WITH_DEPENDENCIES_BYTES);
  }
}
