// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.modelfile.ModelGraph.Program;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.WireTree;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that computing a model takes is read from real files. */
class ModelGraphTest {
  @TempDir Path folder;

  private ModelGraph graph(String file, String model) throws IOException {
    return ModelGraph.read(
        Files.write(folder.resolve(file + ".bin"), ModelFiles.compiled(file)), model);
  }

  @Test
  void givesNodesInOrderWithWhatTheyConsumeAndProduce() throws IOException {
    ModelGraph graph = graph("split", "split");
    assertThat(graph.nodes())
        .extracting(Node::type)
        .containsExactly(
            "BPU", "Dequantize", "Softmax", "Quantize", "BPU", "Dequantize", "Softmax", "Reshape");
    assertThat(graph.nodes().get(3))
        .isEqualTo(
            new Node(
                "mid_mid_HzCalibration_HzQuantize",
                "Quantize",
                List.of("mid", "mid_HzCalibration_y_scale"),
                List.of("mid_calibrated_quantized"),
                Map.of("bits", List.of(8L), "num_args", List.of(2L))));
    assertThat(graph.nodes().get(2).attributes()).containsEntry("axis", List.of(3L));
  }

  @Test
  void givesListsOfIntegers() throws IOException {
    assertThat(graph("cpuall", "cpuall").nodes().get(2).attributes())
        .containsEntry("kernel", List.of(3L, 3L))
        .containsEntry("bias_term", List.of(1L));
  }

  @Test
  void keepsTheOrderOfSeveralInputsAndOutputs() throws IOException {
    assertThat(graph("twoout", "twoout").outputs())
        .containsExactly(
            new Value("prob", ElementType.FLOAT32, List.of(1, 10)),
            new Value("aux", ElementType.FLOAT32, List.of(1, 5)),
            new Value("fmap", ElementType.FLOAT32, List.of(1, 6, 16, 24)));
    ModelGraph twoInputs = graph("twopic", "twopic");
    assertThat(twoInputs.inputs()).extracting(Value::name).containsExactly("x", "y");
    assertThat(twoInputs.nodes().get(0).inputs()).containsExactly("x", "y");
  }

  @Test
  void statesValuesAndConstants() throws IOException {
    ModelGraph graph = graph("out16", "out16");
    assertThat(graph.values())
        .containsEntry(
            "l_nhwc2nchw_transposed_output0",
            new Value("l_nhwc2nchw_transposed_output0", ElementType.INT16, List.of(1, 10, 1, 1)))
        .containsEntry("x", new Value("x", ElementType.INT8, List.of(1, 32, 48, 3)))
        .containsKey("prob");
    assertThat(graph.constants().get("l_reshape_output_shape_dim4"))
        .isEqualTo(new ModelGraph.Constant(List.of(2), List.of(), List.of(1L, 10L)));
    assertThat(graph.constants().get("transposed_replaced_l_HzCalibration_y_scale").floats())
        .hasSize(1);
  }

  @Test
  void copiesEachModelsOwnProgramOutOfAPackedFile() throws IOException {
    byte[] packed = program(graph("pack", "c11"));
    assertThat(packed).hasSize(262144).startsWith("#B2Ehbm#".getBytes(StandardCharsets.US_ASCII));
    assertThat(packed)
        .isEqualTo(program(graph("c11", "c11")))
        .isNotEqualTo(program(graph("pack", "c7")));
  }

  private static byte[] program(ModelGraph graph) throws IOException {
    var copy = new ByteArrayOutputStream();
    graph.program().orElseThrow().copyTo(copy);
    return copy.toByteArray();
  }

  @Test
  void leavesOutLargeConstants() throws IOException {
    WireTree file = ModelFiles.tree();
    WireTree large =
        new WireTree()
            .add(1, new WireTree().add(1, 1).add(2, WireTree.packed(65_537)))
            .add(2, new byte[65_537 * 4])
            .add(8, "weights");
    file.at(ModelFiles.GRAPH, 0).add(ModelFiles.CONSTANT, large);
    Path path = Files.write(folder.resolve("large.bin"), file.bytes());
    assertThat(ModelGraph.read(path, "tnv12").constants())
        .containsKey("fc_x_scale")
        .doesNotContainKey("weights");
  }

  @Test
  void anAbsentModelIsNamed() {
    assertThatThrownBy(() -> graph("split", "other"))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("split.bin")
        .hasMessageContaining("it holds no model other");
  }

  @Test
  void aFileThatBecameShorterIsAnError() throws IOException {
    Path file = Files.write(folder.resolve("short.bin"), new byte[100]);
    assertThatThrownBy(() -> new Program(file, 50, 51).copyTo(new ByteArrayOutputStream()))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("short.bin became shorter");
  }

  @Test
  void anIndexAfterADequantizationHasNoScales() throws IOException {
    OutputDescription index = only("topk").outputs().get(0);
    assertThat(index.type()).isEqualTo(ElementType.INT64);
    assertThat(index.scales()).isEmpty();
    assertThat(only("raw").outputs().get(0).scales()).hasSize(10);
  }

  @Test
  void saysWhereTheProgramGetsAnInputFrom() throws IOException {
    assertThat(only("resizer").inputSource("x")).contains("resizer");
    assertThat(only("c7").inputSource("x")).contains("pyramid");
    assertThat(only("rgb").inputSource("x")).contains("ddr");
    assertThat(only("c7").inputSource("y")).isEmpty();
  }

  private static ModelDescription only(String name) throws IOException {
    return new CompiledReader(ByteSource.of(ModelFiles.compiled(name))).read().models().get(0);
  }
}
