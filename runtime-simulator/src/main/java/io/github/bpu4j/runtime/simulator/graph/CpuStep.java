// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ElementType;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A node on the CPU that was checked and is ready to run.
 *
 * @param type the number format of its output
 * @param dims the dimensions of its output
 * @param function computes the output from the input, both of the kind that the types say
 */
record CpuStep(ElementType type, List<Integer> dims, UnaryOperator<Numbers> function) {
  /** A step on integers. */
  static CpuStep ofIntegers(
      ElementType type, List<Integer> dims, Function<long[], Numbers> function) {
    return new CpuStep(type, dims, input -> function.apply(((Numbers.Integers) input).values()));
  }

  /** A step on floats. */
  static CpuStep ofFloats(
      ElementType type, List<Integer> dims, Function<float[], Numbers> function) {
    return new CpuStep(type, dims, input -> function.apply(((Numbers.Floats) input).values()));
  }
}
