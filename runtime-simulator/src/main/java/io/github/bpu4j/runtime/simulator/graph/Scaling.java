// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ElementType;
import java.util.List;

/** Between integers and floats by scales, in 32-bit floats as the vendor's software does it. */
final class Scaling {
  private static final long EIGHT_BITS = 8;

  private Scaling() {}

  /** {@code real = (float) q * scale[channel]}. */
  static CpuStep dequantize(NodeFacts facts) throws GraphException {
    facts.requireIntegers();
    float[] scales = facts.scales();
    List<Integer> dims = facts.input().dims();
    int inner = scales.length == 1 ? 1 : Dims.count(dims.subList(2, dims.size()));
    return CpuStep.ofIntegers(
        ElementType.FLOAT32,
        dims,
        integers -> {
          float[] reals = new float[integers.length];
          for (int i = 0; i < reals.length; i++) {
            reals[i] = (float) integers[i] * scales[i / inner % scales.length];
          }
          return Numbers.floats(reals);
        });
  }

  /** {@code q = round half to even (real / scale)}, clamped to -128..127. */
  static CpuStep quantize(NodeFacts facts) throws GraphException {
    facts.requireFloats();
    float[] scales = facts.scales();
    long bits = facts.attribute("bits").orElse(EIGHT_BITS);
    if (bits != EIGHT_BITS || scales.length != 1 || !(scales[0] > 0)) {
      throw facts.problem(
          "quantizes to %d bits with %d scales; only 8 bits and one scale above 0 are known"
              .formatted(bits, scales.length));
    }
    float scale = scales[0];
    return CpuStep.ofFloats(
        ElementType.INT8,
        facts.input().dims(),
        reals -> {
          long[] integers = new long[reals.length];
          for (int i = 0; i < reals.length; i++) {
            double rounded = Math.rint(reals[i] / scale);
            integers[i] = (long) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, rounded));
          }
          return Numbers.integers(integers);
        });
  }
}
