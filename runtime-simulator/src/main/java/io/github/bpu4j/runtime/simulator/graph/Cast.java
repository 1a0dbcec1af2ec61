// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import java.util.function.Function;

/**
 * Cast as ONNX defines it: floats lose their fraction; integers keep the low bits that fit.
 *
 * <p>The node does not say its target; the graph says the type of its output.
 */
final class Cast {
  private Cast() {}

  static CpuStep prepare(NodeFacts facts) throws GraphException {
    ElementType target =
        facts
            .stated()
            .map(Value::type)
            .orElseThrow(() -> facts.problem("has an output whose type the file does not state"));
    if (target == ElementType.FLOAT32) {
      return facts.hasFloats()
          ? CpuStep.ofFloats(target, facts.input().dims(), Numbers::floats)
          : toFloats(facts);
    }
    if (!NodeFacts.isInteger(target)) {
      throw facts.problem("casts to %s; expected a 32-bit float or an integer".formatted(target));
    }
    return facts.hasFloats()
        ? CpuStep.ofFloats(target, facts.input().dims(), truncated(target))
        : toIntegers(facts, target);
  }

  private static CpuStep toFloats(NodeFacts facts) throws GraphException {
    facts.requireIntegers();
    return CpuStep.ofIntegers(
        ElementType.FLOAT32,
        facts.input().dims(),
        integers -> {
          float[] floats = new float[integers.length];
          for (int i = 0; i < floats.length; i++) {
            floats[i] = integers[i];
          }
          return Numbers.floats(floats);
        });
  }

  private static Function<float[], Numbers> truncated(ElementType target) {
    return floats -> {
      long[] integers = new long[floats.length];
      for (int i = 0; i < integers.length; i++) {
        integers[i] = narrowed((long) floats[i], target);
      }
      return Numbers.integers(integers);
    };
  }

  private static CpuStep toIntegers(NodeFacts facts, ElementType target) throws GraphException {
    facts.requireIntegers();
    return CpuStep.ofIntegers(
        target,
        facts.input().dims(),
        integers -> {
          long[] narrowed = new long[integers.length];
          for (int i = 0; i < narrowed.length; i++) {
            narrowed[i] = narrowed(integers[i], target);
          }
          return Numbers.integers(narrowed);
        });
  }

  private static long narrowed(long value, ElementType target) {
    return switch (target) {
      case INT8 -> (byte) value;
      case UINT8 -> value & 0xff;
      case INT16 -> (short) value;
      case UINT16 -> value & 0xffff;
      case INT32 -> (int) value;
      case UINT32 -> value & 0xffff_ffffL;
      default -> value;
    };
  }
}
