// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole table for each constructed tree, word for word, and the exit code. */
@EnabledOnOs(OS.LINUX)
final class DoctorTreesTest {
  @TempDir private Path root;

  @Test
  void healthyX5() throws IOException {
    assertThat(doctor(ConstructedTrees.healthyX5(root), 0)).isEqualTo(table("healthy-x5"));
  }

  @Test
  void containerWithoutDevices() throws IOException {
    assertThat(doctor(ConstructedTrees.containerWithoutDevices(root), 1))
        .isEqualTo(table("container-without-devices"));
  }

  @Test
  void wrongGroup() throws IOException {
    assertThat(doctor(ConstructedTrees.wrongGroup(root), 1)).isEqualTo(table("wrong-group"));
  }

  @Test
  void hotAndThrottled() throws IOException {
    assertThat(doctor(ConstructedTrees.hotAndThrottled(root), 0))
        .isEqualTo(table("hot-and-throttled"));
  }

  @Test
  void x3() throws IOException {
    assertThat(doctor(ConstructedTrees.x3(root), 1)).isEqualTo(table("x3"));
  }

  @Test
  void s100ByMistake() throws IOException {
    assertThat(doctor(ConstructedTrees.s100ByMistake(root), 1)).isEqualTo(table("s100-by-mistake"));
  }

  @Test
  void plainLaptop() throws IOException {
    assertThat(doctor(ConstructedTrees.plainLaptop(root), 0)).isEqualTo(table("plain-laptop"));
  }

  @Test
  void strayS100Library() throws IOException {
    assertThat(doctor(ConstructedTrees.strayS100Library(root), 1))
        .isEqualTo(table("stray-s100-library"));
  }

  /** Runs the command and returns what follows the line with the versions. */
  private static String doctor(Path tree, int exit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(out, new PrintStream(err, true, UTF_8), false);
    int code = new CommandLine(new DoctorCommand(streams)).execute("--root", tree.toString());
    assertThat(err.toString(UTF_8)).isEmpty();
    String table = out.toString(UTF_8).lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
    assertThat(code).as(table).isEqualTo(exit);
    return table;
  }

  private static String table(String name) throws IOException {
    try (InputStream in = DoctorTreesTest.class.getResourceAsStream(name + ".txt")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
