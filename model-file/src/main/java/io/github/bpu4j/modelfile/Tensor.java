// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A value's name, number format and dimensions as stored. */
record Tensor(String name, ElementType type, List<Integer> dims) {

  /** Reads a compiled model's value: its name, then the type. */
  static Tensor read(WireReader in) throws IOException {
    var fields = new Fields(in);
    in.message(
        field -> {
          switch (field) {
            case 1 -> fields.name = in.text();
            case 2 -> fields.readType();
            default -> {}
          }
        });
    return fields.tensor();
  }

  /** Reads an ONNX value, which nests its type two levels deeper and may name dimensions. */
  static Tensor readOnnx(WireReader in) throws IOException {
    var fields = new Fields(in);
    in.message(
        field -> {
          switch (field) {
            case 1 -> fields.name = in.text();
            case 2 -> fields.readOnnxType();
            default -> {}
          }
        });
    return fields.tensor();
  }

  /** The fields of one tensor, collected while its message is visited. */
  static final class Fields {
    private final WireReader in;
    private final List<Integer> dims = new ArrayList<>();
    private ElementType type = ElementType.UNKNOWN;
    String name = "";

    Fields(WireReader in) {
      this.in = in;
    }

    void readType() throws IOException {
      in.message(
          field -> {
            switch (field) {
              case 1 -> type = ElementType.ofCompiled(in.integer());
              case 2 -> in.integers(this::addDim);
              default -> {}
            }
          });
    }

    private void readOnnxType() throws IOException {
      in.message(
          kind -> {
            if (kind == 1) {
              in.message(
                  field -> {
                    switch (field) {
                      case 1 -> type = ElementType.ofOnnx(in.integer());
                      case 2 -> in.message(dim -> addDim(dim == 1 ? onnxDim() : -1));
                      default -> {}
                    }
                  });
            }
          });
    }

    /** A dimension is a number (field 1), or a name where it is known only at run time. */
    private long onnxDim() throws IOException {
      long[] size = {-1};
      in.message(
          field -> {
            if (field == 1) {
              size[0] = in.integer();
            }
          });
      return size[0];
    }

    private void addDim(long dim) {
      dims.add(dim < 0 || dim > Integer.MAX_VALUE ? -1 : (int) dim);
    }

    Tensor tensor() {
      return new Tensor(name, type, List.copyOf(dims));
    }
  }
}
