// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfile.OutputDescription;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vendor's simulator and our nodes on the CPU give what the vendor's own ONNX Runtime gave:
 * equal integers, equal floats where no softmax is involved.
 */
class GoldenTest {
  /** Our softmax is plain, the vendor's is a polynomial in 32 bits; 1.3e-6 was the most seen. */
  private static final float SOFTMAX_TOLERANCE = 2e-6f;

  private static final Duration AMPLE = Duration.ofSeconds(30);

  /** Models whose input is not one NV12 picture, which no runtime opens. */
  private static final Set<String> OTHER_INPUTS = Set.of("rgb", "feat", "gray", "twopic", "batch");

  @TempDir static Path folder;
  private static Simulator simulator;

  @BeforeAll
  static void findProgram() {
    simulator = VendorProgram.required();
  }

  static List<GoldenAnswer> answers() throws IOException {
    return GoldenAnswer.all();
  }

  static List<GoldenAnswer> answersOfClassifiers() throws IOException {
    return answers().stream().filter(golden -> !OTHER_INPUTS.contains(golden.model())).toList();
  }

  @Test
  void allSeventeenModelsAreThere() throws IOException {
    assertThat(answers().stream().map(GoldenAnswer::model).distinct()).hasSize(17);
    assertThat(answersOfClassifiers().stream().map(GoldenAnswer::model).distinct()).hasSize(12);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void wholeGraphsAreComputed(GoldenAnswer golden) throws Exception {
    SimulatedGraph graph = SimulatedGraph.of(new CompiledFiles(folder).file(golden.model()));
    Map<String, Numbers> values = graph.run(simulator.program(), golden.inputs());
    assertValues(golden, graph, values);
  }

  static void assertValues(GoldenAnswer golden, SimulatedGraph graph, Map<String, Numbers> values) {
    golden
        .bpu()
        .forEach(
            (name, expected) -> {
              long[] found = ((Numbers.Integers) values.get(name)).values();
              assertThat(Arrays.copyOf(found, expected.length)).as(name).containsExactly(expected);
            });
    golden
        .outputs()
        .forEach((name, expected) -> assertOutput(graph, name, expected, values.get(name)));
  }

  private static void assertOutput(
      SimulatedGraph graph, String name, List<Number> expected, Numbers found) {
    for (int i = 0; i < expected.size(); i++) {
      if (found instanceof Numbers.Integers integers) {
        assertThat(integers.values()[i]).as(name + " " + i).isEqualTo(expected.get(i).longValue());
      } else if (found instanceof Numbers.Floats floats) {
        assertScore(output(graph, name), floats.values()[i], expected.get(i).floatValue());
      }
    }
  }

  private static void assertScore(OutputDescription output, float found, float expected) {
    if (output.endsInSoftmax()) {
      assertThat(Math.abs(found - expected)).as(output.name()).isLessThan(SOFTMAX_TOLERANCE);
    } else {
      assertThat(Float.floatToRawIntBits(found))
          .as(output.name())
          .isEqualTo(Float.floatToRawIntBits(expected));
    }
  }

  private static OutputDescription output(SimulatedGraph graph, String name) {
    return graph.model().outputs().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answersOfClassifiers")
  void requestsGiveTheSameScores(GoldenAnswer golden) throws Exception {
    CompiledFiles files = new CompiledFiles(folder);
    SimulatedGraph graph = SimulatedGraph.of(files.file(golden.model()));
    byte[] picture = ((Numbers.Pictures) golden.inputs().get("x")).pictures().get(0);
    for (Map.Entry<String, List<Number>> output : golden.outputs().entrySet()) {
      OutputDescription described = output(graph, output.getKey());
      if (described.classes().isEmpty()) {
        continue;
      }
      LoadOptions options = LoadOptions.defaults().withOutputName(output.getKey());
      float[] scores = scores(files.file(golden.model()), options, picture);
      for (int i = 0; i < scores.length; i++) {
        float expected = output.getValue().get(i).floatValue();
        boolean raw = golden.model().equals("raw");
        assertScore(described, scores[i], raw ? expected * described.scales().get(i) : expected);
      }
    }
  }

  private static float[] scores(Path file, LoadOptions options, byte[] picture) {
    try (ClassificationModel model = new SimulatorRuntime().load(file, options);
        InferRequest request = model.createRequest()) {
      assertThat(model.info().simulated()).isTrue();
      request.input().bytes().put(0, picture);
      request.infer(AMPLE);
      float[] scores = new float[model.info().classes()];
      request.readScores(scores);
      return scores;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void otherInputsAreRefused(GoldenAnswer golden) throws IOException {
    Path file = new CompiledFiles(folder).file(golden.model());
    LoadOptions options =
        LoadOptions.defaults().withOutputName(golden.outputs().keySet().iterator().next());
    if (OTHER_INPUTS.contains(golden.model())) {
      assertThatThrownBy(() -> new SimulatorRuntime().load(file, options))
          .isInstanceOf(IncompatibleModelException.class)
          .hasMessageContaining(golden.model() + ".bin")
          .hasMessageContaining("expected one NV12 picture");
    } else {
      new SimulatorRuntime().load(file, options).close();
    }
  }

  @Test
  void modelsOfAPackedFileAreThoseOfTheirOwnFiles() throws Exception {
    CompiledFiles files = new CompiledFiles(folder);
    byte[] picture = TestPattern.bytes("pattern", 48, 48 * 32 * 3 / 2);
    for (String name : List.of("c7", "c11")) {
      LoadOptions options = LoadOptions.defaults().withModelName(name);
      assertThat(scores(files.file("pack"), options, picture))
          .containsExactly(scores(files.file(name), LoadOptions.defaults(), picture));
    }
    GoldenAnswer c11 =
        answers().stream().filter(each -> each.model().equals("c11")).findFirst().orElseThrow();
    float[] scores =
        scores(files.file("pack"), LoadOptions.defaults().withModelName("c11"), picture);
    List<Number> expected = Objects.requireNonNull(c11.outputs().get("prob"));
    assertThat(scores).hasSize(11);
    for (int i = 0; i < scores.length; i++) {
      assertThat(Math.abs(scores[i] - expected.get(i).floatValue())).isLessThan(SOFTMAX_TOLERANCE);
    }
  }

  @Test
  void anInputFromTheResizerIsGivenItsSize() throws Exception {
    byte[] picture = TestPattern.bytes("pattern", 48, 48 * 32 * 3 / 2);
    CompiledFiles files = new CompiledFiles(folder);
    assertThat(scores(files.file("resizer"), LoadOptions.defaults(), picture)).hasSize(10);
  }

  @Test
  void aNameThatMakesNoFileNameIsAnErrorThatTellsSo() throws Exception {
    byte[] picture = TestPattern.bytes("pattern", 48, 48 * 32 * 3 / 2);
    Path file = new CompiledFiles(folder).file("longname");
    assertThatThrownBy(() -> scores(file, LoadOptions.defaults(), picture))
        .hasMessageContaining("model longname failed: hbdk-sim on longname_subgraph_0")
        .hasMessageContaining("it ended with exit code 134 (aborted)")
        .hasMessageContaining("File name too long");
  }
}
