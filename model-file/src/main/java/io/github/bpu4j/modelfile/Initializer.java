// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.WireReader.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constant of a compiled graph: what it is called, and where it lies in the file.
 *
 * @param message the whole constant, to read its floats from when they are wanted
 * @param bytes its raw bytes, or null if it has none
 */
record Initializer(Tensor tensor, Span message, @Nullable Span bytes) {
  /** The name under which a graph keeps the machine code for the BPU. */
  private static final String PROGRAM = "PACKED_HBM_MODEL";

  static Initializer read(WireReader in) throws IOException {
    var fields = new Tensor.Fields(in);
    var bytes = new @Nullable Span[1];
    Span message =
        in.message(
            field -> {
              switch (field) {
                case 1 -> fields.readType();
                case 5 -> bytes[0] = in.span();
                case 8 -> fields.name = in.text();
                default -> {}
              }
            });
    return new Initializer(fields.tensor(), message, bytes[0]);
  }

  /** Where the machine code for the BPU lies, if this constant is it. */
  Optional<Span> program() {
    return tensor.name().equals(PROGRAM) ? Optional.ofNullable(bytes) : Optional.empty();
  }

  /** Reads the constant's floats. */
  List<Float> floats(WireReader in) throws IOException {
    var floats = new ArrayList<Float>();
    in.message(
        message,
        field -> {
          if (field == 2) {
            in.floats(value -> floats.add((float) value));
          }
        });
    return floats;
  }
}
