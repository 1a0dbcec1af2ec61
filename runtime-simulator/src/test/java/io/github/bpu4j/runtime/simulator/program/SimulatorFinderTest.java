// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.Availability;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the program is sought, what is taken for it, and what is said if none is usable. */
class SimulatorFinderTest {
  private static final String SOUND =
      """
      #!/bin/sh
      echo 'version: 3.49.15'
      echo 'runtime version: 3.15.55.0'
      echo 'supported_march: bernoulli2, bayes, bayes-e'
      """;

  @TempDir Path folder;

  private Path program(String place, String text) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static ProgramSearch search(
      Map<String, String> properties, Map<String, String> variables) {
    return ProgramSearch.of(null, properties::get, variables::get);
  }

  private static SimulatorFinder named(Path path) {
    return SimulatorFinder.find(new ProgramSearch(List.of(path.toString()), "the test"));
  }

  @Test
  void optionOverrulesPropertyAndPropertyTheVariable() {
    Map<String, String> property = Map.of("bpu4j.simulator", "b");
    Map<String, String> variable = Map.of("BPU4J_SIMULATOR", "c", "PATH", "/d");
    assertThat(ProgramSearch.of("a", property::get, variable::get).candidates())
        .containsExactly("a");
    assertThat(search(property, variable))
        .isEqualTo(new ProgramSearch(List.of("b"), "the system property bpu4j.simulator"));
    assertThat(search(Map.of(), variable))
        .isEqualTo(new ProgramSearch(List.of("c"), "the environment variable BPU4J_SIMULATOR"));
  }

  @Test
  void thePythonEnvironmentComesBeforeThePath() {
    Map<String, String> variables =
        Map.of("VIRTUAL_ENV", "/venv", "CONDA_PREFIX", "/conda", "PATH", "/venv/bin::/usr/bin");
    assertThat(search(Map.of(), variables))
        .isEqualTo(
            new ProgramSearch(
                List.of("/venv/bin/hbdk-sim", "/conda/bin/hbdk-sim", "/usr/bin/hbdk-sim"), null));
  }

  @Test
  void aProgramIsTakenAsItIs() throws IOException {
    Path program = program("tools/hbdk-sim", SOUND);
    Simulator found = named(program).simulator().orElseThrow();
    assertThat(found.program()).isEqualTo(program);
    assertThat(found.version())
        .isEqualTo(
            new SimulatorVersion(
                "3.49.15", "3.15.55.0", List.of("bernoulli2", "bayes", "bayes-e")));
    assertThat(found.estimator()).isEmpty();
    Path estimator = program("tools/hbdk-perf", SOUND);
    assertThat(found.estimator()).contains(estimator);
    assertThat(named(program).availability())
        .isEqualTo(Availability.yes("hbdk-sim 3.49.15 (runtime 3.15.55.0) at " + program));
  }

  @Test
  void foldersOfPackagesAndOfTheProgramAreSearched() throws IOException {
    Path program = program("site-packages/hbdk/bin/hbdk-sim", SOUND);
    for (String place : List.of("site-packages", "site-packages/hbdk", "site-packages/hbdk/bin")) {
      assertThat(named(folder.resolve(place)).simulator().orElseThrow().program())
          .as(place)
          .isEqualTo(program);
    }
  }

  @Test
  void theScriptOfAPythonEnvironmentLeadsToTheProgram() throws IOException {
    Path script = program("venv/bin/hbdk-sim", "#!/venv/bin/python\nimport hbdk\n");
    Path program = program("venv/lib/python3.10/site-packages/hbdk/bin/hbdk-sim", SOUND);
    assertThat(named(script).simulator().orElseThrow().program()).isEqualTo(program);
  }

  @Test
  void aWheelIsUnpackedAndMadeExecutable() throws IOException {
    Path wheel = folder.resolve("dgdk 1,0-py3.whl");
    try (OutputStream out = Files.newOutputStream(wheel);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("hbdk/bin/hbdk-sim"));
      zip.write(SOUND.getBytes(StandardCharsets.UTF_8));
    }
    Simulator found = named(wheel).simulator().orElseThrow();
    assertThat(found.program()).isExecutable().hasContent(SOUND.strip());
    assertThat(found.estimator()).isEmpty();
  }

  @Test
  void whatIsNoWheelIsNotUnpacked() throws IOException {
    Path text = program("a.whl", "text");
    assertThat(named(text).availability().toString())
        .contains("a.whl (named by the test): it is not a wheel or a damaged one");
    Path empty = folder.resolve("b.whl");
    try (OutputStream out = Files.newOutputStream(empty);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("other"));
    }
    assertThat(named(empty).availability().toString()).contains("it holds no hbdk/bin/hbdk-sim");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 132            | this processor cannot run it (exit 132, illegal instruction); it needs AVX",
        "echo no >&2; exit 2 | it did not print its version: it ended with exit code 2: no",
        "echo hello          | it did not print its version: it ended with exit code 0",
        "echo 'version: 1.0'; echo 'supported_march: bernoulli2' | simulates [bernoulli2], expected bayes-e",
        "echo 'version: 4.0' | its version 4.0 (runtime unknown) simulates [], expected bayes-e",
      })
  void aProgramThatDoesNotRunHereIsExplained(String line, String reason) throws IOException {
    Path program = program("hbdk-sim", "#!/bin/sh\n" + line + "\n");
    assertThat(named(program).simulator()).isEmpty();
    assertThat(named(program).availability().toString()).contains(reason);
  }

  @Test
  void whatIsNotExecutableOrForAnotherMachineIsExplained() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), SOUND);
    assertThat(named(plain).availability().toString())
        .contains("plain is not executable for this user; run chmod +x on it");
    Path model = Files.writeString(folder.resolve("model.bin"), "not a program at all");
    assertThat(named(model).availability().toString())
        .contains("it is not a program for Linux, expected hbdk-sim for x86-64 Linux")
        .doesNotContain("chmod");
    assertThat(named(program("arm", "\177ELF" + "\0".repeat(14) + "\267\0")).availability())
        .asString()
        .contains("it is a program for another processor (ELF machine")
        .contains("expected hbdk-sim for x86-64 Linux");
    assertThat(named(program("text", "a text")).availability().toString())
        .contains("it is not a program for Linux");
    assertThat(named(program("loader", "#!/lib/no-such-loader\n")).availability().toString())
        .contains("it cannot be started")
        .contains("/lib64/ld-linux-x86-64.so.2 is missing");
  }

  @Test
  void whatIsNotThereIsExplained() throws IOException {
    assertThat(named(folder.resolve("absent")).availability().reasons())
        .containsExactly(folder.resolve("absent") + " (named by the test): no such file or folder");
    assertThat(named(Files.createDirectory(folder.resolve("empty"))).availability().toString())
        .contains("the folder holds no hbdk/bin/hbdk-sim; expected a site-packages folder");
    assertThat(
            SimulatorFinder.find(search(Map.of(), Map.of("PATH", folder.toString())))
                .availability()
                .reasons())
        .singleElement()
        .asString()
        .contains("pip install dgdk")
        .contains("-Dbpu4j.simulator=PATH or BPU4J_SIMULATOR=PATH");
  }

  @Test
  void anotherVersionIsTakenWithARemark() throws IOException {
    Path program = program("hbdk-sim", SOUND.replace("3.49.15", "3.50.1"));
    Availability availability = named(program).availability();
    assertThat(availability.available()).isTrue();
    assertThat(availability.toString())
        .contains("bpu4j is checked with 3.49.15, other versions may differ");
  }

  @Test
  void otherMachinesAreNamed() {
    assertThat(Platform.objection("Linux", "amd64")).isEmpty();
    assertThat(Platform.objection("Linux", "aarch64"))
        .contains("the vendor's simulator runs on x86-64 Linux only; this is Linux on aarch64");
    assertThat(Platform.objection("Mac OS X", "x86_64")).isPresent();
  }
}
