// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One node as stored, with the names of the values that it consumes and produces. Compiled models
 * and ONNX store nodes in the same form.
 */
record GraphNode(Operator operator, List<String> inputs, List<String> outputs) {

  static GraphNode read(WireReader in) throws IOException {
    var inputs = new ArrayList<String>();
    var outputs = new ArrayList<String>();
    var nameAndType = new String[] {"", ""};
    in.message(
        field -> {
          switch (field) {
            case 1 -> inputs.add(in.text());
            case 2 -> outputs.add(in.text());
            case 3, 4 -> nameAndType[field - 3] = in.text();
            default -> {}
          }
        });
    return new GraphNode(new Operator(nameAndType[0], nameAndType[1]), inputs, outputs);
  }

  boolean isBpu() {
    return operator.type().equals("BPU");
  }
}
