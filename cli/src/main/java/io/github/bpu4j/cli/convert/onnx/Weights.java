// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constant tensor of a network.
 *
 * @param name of the value
 * @param type its number format, as ONNX numbers them
 * @param dims its shape
 * @param tensor as stored
 */
record Weights(String name, int type, List<Long> dims, ProtoMessage tensor) {
  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int FLOAT16 = 10;
  static final int DOUBLE = 11;

  private static final int FLOAT_DATA = 4;
  private static final int INT64_DATA = 7;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int EXTERNAL_DATA = 13;

  Weights {
    dims = List.copyOf(dims);
  }

  static Weights of(ProtoMessage tensor) throws IOException {
    return of(tensor.text(NAME), tensor);
  }

  static Weights of(String name, ProtoMessage tensor) throws IOException {
    return new Weights(name, (int) tensor.integer(2, 0), tensor.integers(1), tensor);
  }

  /** The file that holds the numbers, relative to the network's; empty if they are in here. */
  Optional<String> externalFile() throws IOException {
    for (ProtoMessage entry : tensor.messages(EXTERNAL_DATA)) {
      if (entry.text(1).equals("location")) {
        return Optional.of(entry.text(2));
      }
    }
    return Optional.empty();
  }

  /** The numbers of a list of integers, such as axes; empty for other types. */
  List<Long> integers() throws IOException {
    if (type != INT64) {
      return List.of();
    }
    List<Long> values = new ArrayList<>(tensor.integers(INT64_DATA));
    Optional<ProtoField> raw = tensor.last(RAW_DATA);
    if (raw.isPresent()) {
      ByteBuffer bytes = raw.get().little();
      while (bytes.remaining() >= Long.BYTES) {
        values.add(bytes.getLong());
      }
    }
    return values;
  }

  /** Whether it is a list of one number rather than a number. */
  boolean isListOfOne() {
    return dims.equals(List.of(1L));
  }

  /** Whether all numbers are finite, as far as they are floats stored in the network's file. */
  boolean isFinite() {
    return type != FLOAT || (isFinite(RAW_DATA) && isFinite(FLOAT_DATA));
  }

  private boolean isFinite(int field) {
    return tensor.all(field).map(ProtoField::little).allMatch(Weights::isFinite);
  }

  private static boolean isFinite(ByteBuffer floats) {
    while (floats.remaining() >= Float.BYTES) {
      if (!Float.isFinite(floats.getFloat())) {
        return false;
      }
    }
    return true;
  }
}
