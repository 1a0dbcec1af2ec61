// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.OnnxFile;
import io.github.bpu4j.modelfile.OutputDescription;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a file says about a tensor, in the terms of runtimes, so that the two can be compared.
 *
 * @param input true for an input, false for an output
 * @param name the tensor's name
 * @param type the type that a runtime should report; empty if runtimes have no such type
 * @param shape the dimensions; -1 for one that the file leaves open
 * @param scales how many scales the caller has to apply; 0 for none
 */
public record TensorFacts(
    boolean input, String name, Optional<TensorType> type, List<Integer> shape, int scales) {

  static TensorFacts of(InputDescription input) {
    return new TensorFacts(true, input.name(), type(input.type()), input.shape(), 0);
  }

  static TensorFacts of(OnnxFile.Input input) {
    return new TensorFacts(true, input.name(), type(input.type()), input.shape(), 0);
  }

  static TensorFacts of(OutputDescription output) {
    boolean real = output.type() == ElementType.FLOAT32;
    return new TensorFacts(
        false,
        output.name(),
        type(output.type()),
        output.shape(),
        real ? 0 : output.scales().size());
  }

  /** The tensor's size in bytes without padding; empty if a dimension is open. */
  Optional<Long> bytes() {
    if (type.isEmpty() || shape.isEmpty() || shape.stream().anyMatch(size -> size < 1)) {
      return Optional.empty();
    }
    try {
      long elements = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
      boolean nv12 = type.get() == TensorType.NV12 || type.get() == TensorType.NV12_SEPARATE;
      long bytes = nv12 ? elements / 2 : Math.multiplyExact(elements, type.get().bytes());
      return bytes > 0 ? Optional.of(bytes) : Optional.empty();
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** Whether a runtime's tensor has the same name and direction. */
  boolean isSameAs(TensorInfo info, boolean isInput) {
    return input == isInput && name.equals(info.name());
  }

  private static Optional<TensorType> type(InputType type) {
    return Arrays.stream(TensorType.values())
        .filter(known -> known.name().equals(type.name()))
        .findFirst();
  }

  private static Optional<TensorType> type(ElementType type) {
    return switch (type) {
      case FLOAT32 -> Optional.of(TensorType.F32);
      case FLOAT64 -> Optional.of(TensorType.F64);
      case FLOAT16 -> Optional.of(TensorType.F16);
      case INT8 -> Optional.of(TensorType.S8);
      case UINT8 -> Optional.of(TensorType.U8);
      case INT16 -> Optional.of(TensorType.S16);
      case UINT16 -> Optional.of(TensorType.U16);
      case INT32 -> Optional.of(TensorType.S32);
      case UINT32 -> Optional.of(TensorType.U32);
      case INT64 -> Optional.of(TensorType.S64);
      case UINT64 -> Optional.of(TensorType.U64);
      default -> Optional.empty();
    };
  }
}
