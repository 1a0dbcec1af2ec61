// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operators that are computed here when a model leaves them on the CPU. */
enum CpuOperator {
  QUANTIZE("Quantize"),
  DEQUANTIZE("Dequantize"),
  RESHAPE("Reshape"),
  TRANSPOSE("Transpose"),
  CAST("Cast"),
  SOFTMAX("Softmax");

  private final String type;

  CpuOperator(String type) {
    this.type = type;
  }

  static Optional<CpuOperator> of(String type) {
    return Arrays.stream(values()).filter(operator -> operator.type.equals(type)).findFirst();
  }

  /** All of them, for messages. */
  static String list() {
    return Arrays.stream(values()).map(operator -> operator.type).collect(Collectors.joining(", "));
  }

  /** Checks a node and makes it ready to run. */
  CpuStep prepare(NodeFacts facts) throws GraphException {
    return switch (this) {
      case QUANTIZE -> Scaling.quantize(facts);
      case DEQUANTIZE -> Scaling.dequantize(facts);
      case RESHAPE -> Reshaping.reshape(facts);
      case TRANSPOSE -> Reshaping.transpose(facts);
      case CAST -> Cast.prepare(facts);
      case SOFTMAX -> Softmax.prepare(facts);
    };
  }
}
