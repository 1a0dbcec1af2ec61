// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.doctor.ConstructedTrees;
import io.github.bpu4j.testsupport.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checks the JSON that the commands print against docs/json.md. */
final class JsonDocumentationTest {
  private static final String PAGE = "docs/json.md";

  private static final Path BUNDLED_MODEL =
      CommandProcess.root()
          .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
          .resolve("efficientnet_lite0_nv12_int8w.onnx");

  @TempDir private Path folder;

  @Test
  void classify() throws Exception {
    CommandProcess plain = CommandProcess.run("classify", "--json", CommandProcess.picture("."));
    check("classify", plain, 2);
    CommandProcess full =
        CommandProcess.run(
            "classify",
            "--json",
            "--locale",
            "zh",
            "--annotate",
            folder,
            CommandProcess.picture("coffee.png"));
    check("classify", full, 1);
    assertThat(JsonKeys.types(full.out())).containsKeys("categories[].display_name", "annotated");
    assertThat(JsonKeys.types(plain.out().lines().findFirst().orElseThrow()))
        .doesNotContainKeys("categories[].display_name", "annotated");
  }

  @Test
  void eval() throws Exception {
    Path data = Files.createDirectories(folder.resolve("labeled/espresso"));
    Files.copy(CommandProcess.picture("coffee.png"), data.resolve("coffee.png"));
    Files.copy(CommandProcess.picture("chelsea.png"), data.resolve("chelsea.png"));
    CommandProcess run =
        CommandProcess.run(
            "eval", "--json", "--sample", 5, "--model", BUNDLED_MODEL, data.getParent());
    check("eval", run, 1);
    assertThat(JsonKeys.types(run.out()))
        .containsKeys("selection.seed", "model_sha256", "accuracy.confused[].truth_name");
    CommandProcess more =
        CommandProcess.run(
            "eval", "--json", "--compare-runtime", "onnx", "--grid", "fit", data.getParent());
    check("eval", more, 1);
    assertThat(JsonKeys.types(more.out()))
        .containsKeys("comparison.mcnemar.p_value", "grid.rows[].top_1.low");
    Path shard = Files.writeString(folder.resolve("1.json"), run.out());
    check("eval", CommandProcess.run("eval", "merge", "--json", shard), 1);
  }

  @Test
  void nv12() throws Exception {
    check(
        "nv12",
        CommandProcess.run(
            "nv12", "--json", CommandProcess.picture("coffee.png"), folder.resolve("coffee.nv12")),
        1);
  }

  @Test
  void perf() throws Exception {
    check("perf", CommandProcess.run("perf", "--json", "--frames", 5, "--warmup", 0), 1);
  }

  @Test
  void doctor() throws Exception {
    CommandProcess doctor = CommandProcess.run("doctor", "--json");
    check("doctor", doctor, (int) doctor.out().lines().count());
    assertThat(doctor.out()).contains("\"runtime\":\"onnx\",\"available\":true");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void doctorOnATree() throws Exception {
    Path tree = ConstructedTrees.healthyX5(folder.resolve("x5"));
    check("doctor", CommandProcess.run("doctor", "--json", "--root", tree), 13);
  }

  @Test
  void info() throws Exception {
    Path bin = Files.write(folder.resolve("tiny.bin"), ModelFiles.real());
    Path packed = Files.write(folder.resolve("packed.bin"), ModelFiles.packed());
    Path raw = Files.write(folder.resolve("raw.bin"), ModelFiles.withoutTail());
    Path onnx = Files.write(folder.resolve("made.onnx"), ModelFiles.onnx());
    CommandProcess run =
        CommandProcess.run("info", "--json", bin, packed, raw, onnx, BUNDLED_MODEL);
    check("info", run, 5);
    List<String> lines = run.out().lines().toList();
    assertThat(JsonKeys.types(lines.get(0)))
        .containsKeys("models[].calibration.method", "models[].metadata.INPUT_SHAPE");
    assertThat(JsonKeys.types(lines.get(4)))
        .containsKeys("models[].runtimes[].inputs[].bytes", "models[].opsets.ai.onnx");
  }

  @Test
  void metadata() throws Exception {
    Path net = Files.write(folder.resolve("net.bin"), ModelFiles.real());
    CommandProcess plain = CommandProcess.run("metadata", "--json", net);
    check("metadata", plain, 1);
    Files.writeString(
        folder.resolve("net.bin.metadata.json"), "{\"version\":1,\"range\":\"VIDEO\"}");
    CommandProcess different = CommandProcess.run("metadata", "--json", net);
    check("metadata", different, 1);
    assertThat(JsonKeys.types(different.out())).containsKey("contradictions[].differs");
    check("info", CommandProcess.run("info", "--json", net), 1);
  }

  @Test
  void models() throws Exception {
    CommandProcess models = CommandProcess.run("models", "--json");
    check("models", models, 73);
    assertThat(
            JsonKeys.types(
                models.out().lines().filter(l -> l.contains("resnet18")).findFirst().orElseThrow()))
        .containsKeys("sha256_source", "disagreements[].taken");
    check("models", CommandProcess.run("models", "show", "--json", "resnet18"), 1);
  }

  @Test
  void errors() throws Exception {
    JsonSchema schema = JsonSchema.of(PAGE, "Errors");
    schema.check(CommandProcess.run("classify", "--json", folder.resolve("no.png")).out());
    schema.check(CommandProcess.run("info", "--json", folder.resolve("no.bin")).out());
    schema.check(
        CommandProcess.run("nv12", "--json", folder.resolve("no.png"), folder.resolve("o")).out());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws Exception {
    for (List<String> headings :
        List.of(
            List.of("classify", "classify"),
            List.of("watch", "watch"),
            List.of("eval", "eval"),
            List.of("nv12", "nv12"),
            List.of("info", "info"),
            List.of("metadata", "metadata"),
            List.of("doctor", "doctor"),
            List.of("models", "models"),
            List.of("perf", "perf"),
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
