// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.List;

/** The content of a value, in the order of its dimensions; arrays are shared, not copied. */
public sealed interface Numbers {
  /** 32-bit floats. */
  static Numbers floats(float[] values) {
    return new Floats(values);
  }

  /** Integers of any width. */
  static Numbers integers(long[] values) {
    return new Integers(values);
  }

  /** Picture bytes as they stand in memory, an array for each picture of a batch. */
  static Numbers pictures(List<byte[]> pictures) {
    return new Pictures(List.copyOf(pictures));
  }

  /** 32-bit floats. */
  final class Floats implements Numbers {
    private final float[] values;

    private Floats(float[] values) {
      this.values = values;
    }

    public float[] values() {
      return values;
    }
  }

  /** Integers of any width. */
  final class Integers implements Numbers {
    private final long[] values;

    private Integers(long[] values) {
      this.values = values;
    }

    public long[] values() {
      return values;
    }
  }

  /** Bytes of pictures. */
  record Pictures(List<byte[]> pictures) implements Numbers {}
}
