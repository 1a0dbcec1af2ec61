// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.modelfile.ModelGraph.Constant;
import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each operator on small numbers, and what each refuses before it runs. */
class CpuStepTest {
  private static final Constant NONE = new Constant(List.of(), List.of(), List.of());

  private static CpuStep step(
      String operator,
      ElementType type,
      List<Integer> dims,
      Constant second,
      Map<String, List<Long>> attributes)
      throws GraphException {
    Node node = new Node("n", operator, List.of("in", "second"), List.of("out"), attributes);
    Value input = new Value("in", type, dims);
    ModelGraph graph =
        new ModelGraph(
            List.of(node),
            List.of(input),
            List.of(),
            Map.of("out", new Value("out", ElementType.INT8, dims)),
            second.equals(NONE) ? Map.of() : Map.of("second", second),
            Optional.empty());
    return CpuOperator.of(operator).orElseThrow().prepare(new NodeFacts(node, input, graph));
  }

  private static Constant floats(Float... values) {
    return new Constant(List.of(values.length), List.of(values), List.of());
  }

  private static Constant integers(Long... values) {
    return new Constant(List.of(values.length), List.of(), List.of(values));
  }

  private static float[] reals(CpuStep step, Numbers input) {
    return ((Numbers.Floats) step.function().apply(input)).values();
  }

  private static long[] whole(CpuStep step, Numbers input) {
    return ((Numbers.Integers) step.function().apply(input)).values();
  }

  @Test
  void dequantizeMultipliesByTheScaleOfTheChannel() throws GraphException {
    Numbers six = Numbers.integers(new long[] {1, -2, 3, -4, 5, 16_777_217});
    CpuStep perChannel =
        step("Dequantize", ElementType.INT32, List.of(1, 3, 2), floats(1f, 2f, 4f), Map.of());
    assertThat(reals(perChannel, six)).containsExactly(1, -2, 6, -8, 20, 67_108_864);
    CpuStep batches =
        step("Dequantize", ElementType.INT32, List.of(3, 2), floats(1f, 2f), Map.of());
    assertThat(reals(batches, six)).containsExactly(1, -4, 3, -8, 5, 33_554_432);
    CpuStep one = step("Dequantize", ElementType.INT8, List.of(6), floats(0.5f), Map.of());
    assertThat(reals(one, six)).startsWith(0.5f, -1f);
  }

  @Test
  void quantizeRoundsHalvesToEvenAndClamps() throws GraphException {
    CpuStep step =
        step("Quantize", ElementType.FLOAT32, List.of(8), floats(2f), Map.of("bits", List.of(8L)));
    assertThat(
            whole(
                step,
                Numbers.floats(new float[] {1, 3, 5, -1, -3, 300, -300, Float.POSITIVE_INFINITY})))
        .containsExactly(0, 2, 2, 0, -2, 127, -128, 127);
  }

  @Test
  void softmaxTakesRowsFromItsAxisOn() throws GraphException {
    Numbers logits = Numbers.floats(new float[] {0, 0, 1000, 0, -5, -5});
    CpuStep twoRows =
        step("Softmax", ElementType.FLOAT32, List.of(3, 2), NONE, Map.of("axis", List.of(1L)));
    assertThat(reals(twoRows, logits)).containsExactly(0.5f, 0.5f, 1, 0, 0.5f, 0.5f);
    CpuStep flat =
        step("Softmax", ElementType.FLOAT32, List.of(1, 3, 2), NONE, Map.of("axis", List.of(1L)));
    assertThat(reals(flat, logits)).containsExactly(0, 0, 1, 0, 0, 0);
  }

  @Test
  void reshapeKeepsAndWorksOutDimensions() throws GraphException {
    assertThat(
            step("Reshape", ElementType.INT8, List.of(1, 6, 2), integers(0L, -1L), Map.of()).dims())
        .containsExactly(1, 12);
    assertThatThrownBy(
            () -> step("Reshape", ElementType.INT8, List.of(1, 6), integers(1L, 7L), Map.of()))
        .hasMessage("node n (Reshape) reshapes dimensions [1, 6] to [1, 7]");
    assertThatThrownBy(
            () -> step("Reshape", ElementType.INT8, List.of(1, 6), integers(-1L, -1L), Map.of()))
        .isInstanceOf(GraphException.class);
    assertThatThrownBy(
            () -> step("Reshape", ElementType.INT8, List.of(1, 6), integers(4L, -1L), Map.of()))
        .isInstanceOf(GraphException.class);
  }

  @Test
  void transposeMovesElements() throws GraphException {
    CpuStep step =
        step(
            "Transpose",
            ElementType.INT8,
            List.of(1, 2, 3),
            NONE,
            Map.of("order", List.of(0L, 2L, 1L)));
    assertThat(step.dims()).containsExactly(1, 3, 2);
    assertThat(whole(step, Numbers.integers(new long[] {1, 2, 3, 4, 5, 6})))
        .containsExactly(1, 4, 2, 5, 3, 6);
    CpuStep reals =
        step(
            "Transpose", ElementType.FLOAT32, List.of(2, 3), NONE, Map.of("perm", List.of(1L, 0L)));
    assertThat(reals(reals, Numbers.floats(new float[] {1, 2, 3, 4, 5, 6})))
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void transposeNeedsAnOrderOfAllDimensions() {
    for (Map<String, List<Long>> attributes :
        List.<Map<String, List<Long>>>of(
            Map.of(),
            Map.of("perm", List.of(0L, 1L)),
            Map.of("perm", List.of(0L, 1L, 1L)),
            Map.of("perm", List.of(0L, 1L, 3L)))) {
      assertThatThrownBy(
              () -> step("Transpose", ElementType.INT8, List.of(1, 2, 3), NONE, attributes))
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("node n (Transpose) has");
    }
  }

  @Test
  void castGoesToTheTypeThatTheFileStates() throws GraphException {
    CpuStep fromFloats = step("Cast", ElementType.FLOAT32, List.of(3), NONE, Map.of());
    assertThat(fromFloats.type()).isEqualTo(ElementType.INT8);
    assertThat(whole(fromFloats, Numbers.floats(new float[] {1.9f, -1.9f, 0})))
        .containsExactly(1, -1, 0);
    CpuStep narrowing = step("Cast", ElementType.INT32, List.of(3), NONE, Map.of());
    assertThat(whole(narrowing, Numbers.integers(new long[] {127, 128, -1})))
        .containsExactly(127, -128, -1);
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    assertThatThrownBy(
            () ->
                step(
                    "Quantize",
                    ElementType.FLOAT32,
                    List.of(2),
                    floats(1f),
                    Map.of("bits", List.of(16L))))
        .hasMessageContaining("node n (Quantize) quantizes to 16 bits with 1 scales");
    assertThatThrownBy(
            () -> step("Dequantize", ElementType.INT8, List.of(1, 3), floats(1f, 2f), Map.of()))
        .hasMessage("node n (Dequantize) has 2 scales for dimensions [1, 3]");
    assertThatThrownBy(() -> step("Dequantize", ElementType.INT8, List.of(1), NONE, Map.of()))
        .hasMessageContaining("lacks its second input");
    assertThatThrownBy(
            () -> step("Dequantize", ElementType.FLOAT32, List.of(1), floats(1f), Map.of()))
        .hasMessageContaining("takes FLOAT32, expected integers");
    assertThatThrownBy(() -> step("Softmax", ElementType.INT8, List.of(1), NONE, Map.of()))
        .hasMessageContaining("takes INT8, expected floats");
    assertThatThrownBy(
            () ->
                step(
                    "Softmax",
                    ElementType.FLOAT32,
                    List.of(1, 2),
                    NONE,
                    Map.of("axis", List.of(2L))))
        .hasMessageContaining("has the axis 2 for dimensions [1, 2]");
  }
}
