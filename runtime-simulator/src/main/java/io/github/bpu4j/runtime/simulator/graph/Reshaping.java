// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reshape and Transpose as ONNX defines them. */
final class Reshaping {
  private Reshaping() {}

  /** The target is a constant: 0 keeps a dimension, -1 is worked out from the others. */
  static CpuStep reshape(NodeFacts facts) throws GraphException {
    List<Integer> from = facts.input().dims();
    List<Long> target = facts.constant().integers();
    List<Integer> dims = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < target.size(); i++) {
      long wanted = target.get(i);
      if (wanted == -1 && open < 0) {
        open = i;
        wanted = 1;
      } else if (wanted == 0 && i < from.size()) {
        wanted = from.get(i);
      }
      dims.add(wanted < 1 || wanted > Integer.MAX_VALUE ? -1 : (int) wanted);
    }
    int count = Dims.count(from);
    int known = Dims.count(dims);
    if (open >= 0 && known > 0) {
      dims.set(open, count / known);
    }
    if (Dims.count(dims) != count) {
      throw facts.problem("reshapes dimensions %s to %s".formatted(from, target));
    }
    return new CpuStep(facts.input().type(), dims, UnaryOperator.identity());
  }

  /** The order is the node's only list of integers, whatever its name. */
  static CpuStep transpose(NodeFacts facts) throws GraphException {
    List<Integer> from = facts.input().dims();
    int[] order = order(facts, from.size());
    List<Integer> dims = new ArrayList<>();
    for (int axis : order) {
      dims.add(from.get(axis));
    }
    int[] sources = sources(from, order);
    return facts.hasFloats()
        ? CpuStep.ofFloats(
            facts.input().type(), dims, values -> Numbers.floats(pick(values, sources)))
        : CpuStep.ofIntegers(
            facts.input().type(), dims, values -> Numbers.integers(pick(values, sources)));
  }

  private static int[] order(NodeFacts facts, int rank) throws GraphException {
    List<List<Long>> lists =
        facts.node().attributes().values().stream().filter(list -> list.size() > 1).toList();
    boolean[] seen = new boolean[rank];
    if (lists.size() != 1 || lists.get(0).size() != rank) {
      throw facts.problem("has no order of %d dimensions".formatted(rank));
    }
    int[] order = new int[rank];
    for (int i = 0; i < rank; i++) {
      long axis = lists.get(0).get(i);
      if (axis < 0 || axis >= rank || seen[(int) axis]) {
        throw facts.problem("has the order %s for %d dimensions".formatted(lists.get(0), rank));
      }
      seen[(int) axis] = true;
      order[i] = (int) axis;
    }
    return order;
  }

  /** For each place of the result, in order, where its element comes from. */
  private static int[] sources(List<Integer> from, int[] order) {
    int rank = order.length;
    int[] stride = new int[rank];
    int step = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      stride[axis] = step;
      step *= from.get(axis);
    }
    int[] sources = new int[step];
    int[] index = new int[rank];
    for (int i = 0; i < sources.length; i++) {
      for (int axis = 0; axis < rank; axis++) {
        sources[i] += index[axis] * stride[order[axis]];
      }
      for (int axis = rank - 1; axis >= 0; axis--) {
        if (++index[axis] < from.get(order[axis])) {
          break;
        }
        index[axis] = 0;
      }
    }
    return sources;
  }

  private static float[] pick(float[] values, int[] sources) {
    float[] picked = new float[values.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[sources[i]];
    }
    return picked;
  }

  private static long[] pick(long[] values, int[] sources) {
    long[] picked = new long[values.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[sources[i]];
    }
    return picked;
  }
}
