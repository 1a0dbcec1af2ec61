// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model says about one of its outputs.
 *
 * @param name the output's name
 * @param type the number format of its elements
 * @param shape its dimensions; -1 is a dimension that is known only when the model runs
 * @param scales the scale per channel, or one for all, of the output's quantization: applied by the
 *     model where {@code type} is a float, to be applied by the caller where it is an integer;
 *     empty if the file has none
 * @param lastOperator the node that computes the values, past nodes that only reshape or convert
 *     numbers; {@code BPU} if the graph shows nothing closer
 * @since 0.1.0
 */
public record OutputDescription(
    String name,
    ElementType type,
    List<Integer> shape,
    List<Float> scales,
    Optional<Operator> lastOperator) {
  /** Checks that nothing is null and copies the lists. */
  public OutputDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    shape = List.copyOf(shape);
    scales = List.copyOf(scales);
    Objects.requireNonNull(lastOperator, "lastOperator");
  }

  /**
   * The number of classes if the output can be a list of class scores: all dimensions after the
   * first (the batch) are 1 but one, or the only dimension.
   */
  public OptionalInt classes() {
    List<Integer> dims = shape.size() > 1 ? shape.subList(1, shape.size()) : shape;
    int classes = 1;
    for (int dim : dims) {
      if (dim < 1 || (dim > 1 && classes > 1)) {
        return OptionalInt.empty();
      }
      classes *= dim;
    }
    return dims.isEmpty() ? OptionalInt.empty() : OptionalInt.of(classes);
  }

  /**
   * Whether the values are a softmax's, so probabilities already. False means that no softmax is to
   * be seen in the graph; one inside the BPU program would not be.
   */
  public boolean endsInSoftmax() {
    return lastOperator.map(operator -> operator.type().equals("Softmax")).orElse(false);
  }
}
