// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command writes is what docs/json.md says. */
final class JsonDocumentationTest {
  private static final String PAGE = "docs/json.md";

  @TempDir private Path folder;

  @Test
  void classify() throws Exception {
    CommandProcess plain = CommandProcess.run("classify", "--json", CommandProcess.photo("."));
    check("classify", plain, 2);
    CommandProcess full =
        CommandProcess.run(
            "classify",
            "--json",
            "--locale",
            "zh",
            "--annotate",
            folder,
            CommandProcess.photo("coffee.png"));
    check("classify", full, 1);
    assertThat(JsonKeys.types(full.out())).containsKeys("categories[].display_name", "annotated");
    assertThat(JsonKeys.types(plain.out().lines().findFirst().orElseThrow()))
        .doesNotContainKeys("categories[].display_name", "annotated");
  }

  @Test
  void nv12() throws Exception {
    check(
        "nv12",
        CommandProcess.run(
            "nv12", "--json", CommandProcess.photo("coffee.png"), folder.resolve("coffee.nv12")),
        1);
  }

  @Test
  void doctor() throws Exception {
    CommandProcess doctor = CommandProcess.run("doctor", "--json");
    check("doctor", doctor, (int) doctor.out().lines().count());
    assertThat(doctor.out()).contains("\"runtime\":\"onnx\",\"available\":true");
  }

  @Test
  void errors() throws Exception {
    JsonSchema schema = JsonSchema.of(PAGE, "Errors");
    schema.check(CommandProcess.run("classify", "--json", folder.resolve("no.png")).out());
    schema.check(
        CommandProcess.run("nv12", "--json", folder.resolve("no.png"), folder.resolve("o")).out());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws Exception {
    for (List<String> headings :
        List.of(
            List.of("classify", "classify"),
            List.of("nv12", "nv12"),
            List.of("doctor", "doctor"),
            List.of("Errors", "错误"))) {
      assertThat(JsonSchema.of("docs/zh/json.md", headings.get(1)))
          .isEqualTo(JsonSchema.of(PAGE, headings.get(0)));
    }
  }

  private static void check(String heading, CommandProcess process, int lines) throws Exception {
    assertThat(process.exit()).as(process.err()).isZero();
    JsonSchema schema = JsonSchema.of(PAGE, heading);
    assertThat(process.out().lines()).hasSize(lines);
    for (String line : process.out().lines().toList()) {
      schema.check(line);
    }
  }
}
