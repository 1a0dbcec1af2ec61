// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what a file says about a model with what a runtime says. */
public final class RuntimeComparison {
  private static final String NOT_GIVEN = "-";

  /**
   * One property on both sides.
   *
   * @param tensor which tensor, such as {@code input x}; {@code model} for the model itself
   * @param property which property, such as {@code valid shape}
   * @param file what the file says; {@code -} for nothing
   * @param runtime what the runtime says; {@code -} for nothing
   * @param differs whether the two contradict each other
   */
  public record Row(String tensor, String property, String file, String runtime, boolean differs) {}

  private final List<Row> rows = new ArrayList<>();

  private RuntimeComparison() {}

  /** Compares every tensor that either side has. */
  public static List<Row> of(InspectedModel model, ModelInfo info) {
    RuntimeComparison comparison = new RuntimeComparison();
    comparison.side(model.tensors(), info.inputs(), true);
    comparison.side(model.tensors(), info.outputs(), false);
    return comparison.rows;
  }

  private void side(List<TensorFacts> facts, List<TensorInfo> infos, boolean input) {
    for (TensorInfo info : infos) {
      Optional<TensorFacts> same =
          facts.stream().filter(fact -> fact.isSameAs(info, input)).findFirst();
      String tensor = (input ? "input " : "output ") + info.name();
      if (same.isEmpty()) {
        rows.add(new Row(tensor, "name", NOT_GIVEN, info.name(), true));
      }
      compare(tensor, same, info);
    }
    for (TensorFacts fact : facts) {
      if (fact.input() == input && infos.stream().noneMatch(i -> fact.isSameAs(i, input))) {
        String tensor = (input ? "input " : "output ") + fact.name();
        rows.add(new Row(tensor, "name", fact.name(), NOT_GIVEN, true));
      }
    }
  }

  private void compare(String tensor, Optional<TensorFacts> fact, TensorInfo info) {
    Optional<TensorType> type = fact.flatMap(TensorFacts::type);
    rows.add(
        new Row(
            tensor,
            "type",
            type.map(Enum::name).orElse(NOT_GIVEN),
            info.type().name(),
            type.isPresent() && !isSameType(type.get(), info.type())));
    List<Integer> shape = fact.map(TensorFacts::shape).orElse(List.of());
    rows.add(
        new Row(
            tensor,
            "valid shape",
            shape.isEmpty() ? NOT_GIVEN : Notation.shape(shape),
            Notation.shape(info.validShape()) + " " + info.layout(),
            !shape.isEmpty() && !isSameShape(shape, info.validShape())));
    row(tensor, "aligned shape", NOT_GIVEN, Notation.shape(info.alignedShape()));
    row(tensor, "stride", NOT_GIVEN, strides(info));
    // Padding can make a tensor larger than the file's dense size, but never smaller.
    Optional<Long> bytes = fact.flatMap(TensorFacts::bytes);
    rows.add(
        new Row(
            tensor,
            "bytes",
            bytes.map(Object::toString).orElse(NOT_GIVEN),
            Long.toString(info.byteSize()),
            bytes.isPresent() && info.byteSize() < bytes.get()));
    String scales = fact.map(f -> f.scales() == 0 ? "NONE" : "SCALE x" + f.scales()).orElse("-");
    row(tensor, "quantization", scales, quantization(info.quantization()));
  }

  /** To an ONNX file, an NV12 input is just bytes. */
  private static boolean isSameType(TensorType file, TensorType runtime) {
    return file == runtime || (file == TensorType.U8 && runtime == TensorType.NV12);
  }

  private void row(String tensor, String property, String file, String runtime) {
    boolean differs = !file.equals(NOT_GIVEN) && !file.equals(runtime);
    rows.add(new Row(tensor, property, file, runtime, differs));
  }

  /** Runtimes pad shapes with ones to four dimensions, and fix open dimensions. */
  private static boolean isSameShape(List<Integer> file, List<Integer> runtime) {
    List<Integer> shorter = withoutTrailingOnes(file);
    List<Integer> other = withoutTrailingOnes(runtime);
    if (shorter.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < shorter.size(); i++) {
      if (shorter.get(i) >= 0 && !shorter.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> withoutTrailingOnes(List<Integer> shape) {
    int length = shape.size();
    while (length > 0 && shape.get(length - 1) == 1) {
      length--;
    }
    return shape.subList(0, length);
  }

  private static String strides(TensorInfo info) {
    boolean dense = info.strides().stream().allMatch(step -> step == 0);
    return dense ? "dense" : Notation.list(info.strides());
  }

  private static String quantization(Quantization quantization) {
    int count = Math.max(quantization.scales().size(), quantization.shifts().size());
    return quantization.kind() == Quantization.Kind.NONE
        ? "NONE"
        : quantization.kind() + " x" + count;
  }
}
