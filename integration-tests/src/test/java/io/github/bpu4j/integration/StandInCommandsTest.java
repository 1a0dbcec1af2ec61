// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.examples.ResNet18;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and the ResNet18 example with the BPU runtime on the native stand-in. */
class StandInCommandsTest {
  private static final Path PHOTO = Repository.root().resolve("examples/images/chelsea.png");
  private static final String WOLF = "white wolf, Arctic wolf, Canis lupus tundrarum";

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void makeModel() throws IOException {
    model = Files.writeString(folder.resolve("resnet18_224x224_nv12.bin"), "any readable file");
  }

  @Test
  void classifyMarksTheAnswerAsSimulated() throws Exception {
    StandInProcess table = run(Bpu4j.class, Map.of(), "classify", "--force", "-m", model, PHOTO);
    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out())
        .contains("SIMULATED: these answers come from a stand-in")
        .containsPattern("270 +white wolf.* 0\\.952369 .* simulated");
    StandInProcess json =
        run(Bpu4j.class, Map.of(), "classify", "--json", "--force", "-m", model, PHOTO);
    assertThat(json.out())
        .contains("\"runtime\":\"bpu\",\"model\":\"resnet18_224x224_nv12\",\"simulated\":true")
        .contains("{\"index\":270,\"name\":\"" + WOLF + "\",\"score\":0.9523688}");
  }

  @Test
  void aFaultOfTheBpuFailsOnePictureOnly() throws Exception {
    Map<String, String> fault = Map.of("BPU4J_STUB_FAULT", "hbDNNInfer:3:-6000012");
    StandInProcess run =
        run(
            Bpu4j.class,
            fault,
            "classify",
            "--json",
            "--concurrency",
            1,
            "--force",
            "-m",
            model,
            PHOTO,
            PHOTO,
            PHOTO);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(line -> line.contains("\"index\":270"))).hasSize(2);
    assertThat(lines.stream().filter(line -> line.contains("\"error\":{\"type\":")))
        .singleElement()
        .asString()
        .contains("hbDNNInfer")
        .contains("-6000012");
  }

  @Test
  void perfTakesTheVendorsOptionsAndSaysSimulated() throws Exception {
    StandInProcess run =
        run(
            Bpu4j.class,
            Map.of("BPU4J_STUB_TIMING", "2.228:0.72"),
            "perf",
            "--force",
            "--model_file=" + model,
            "--thread_num=4",
            "--frame_count=60",
            "--core_id=0");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("resnet18_224x224_nv12 on bpu - SIMULATED")
        .contains("pictures: 60 in")
        .contains("p99");
  }

  @Test
  void resNet18ExamplePrintsTheSamplesAnswer() throws Exception {
    Path drawn = folder.resolve("drawn.png");
    StandInProcess run = run(ResNet18.class, Map.of(), model, PHOTO, drawn);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("model: resnet18_224x224_nv12 on bpu (simulated by a stand-in, not by a BPU)")
        .contains("class: 270")
        .contains("label: " + WOLF)
        .contains("score: 0.952");
    assertThat(drawn).isNotEmptyFile();
  }

  private static StandInProcess run(
      Class<?> main, Map<String, String> settings, Object... arguments) throws Exception {
    return StandInProcess.run(main, "resnet18_224x224_nv12", settings, arguments);
  }
}
