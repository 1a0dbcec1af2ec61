// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.dnn.hbDNNInferCtrlParam;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensor;
import org.bytedeco.javacpp.Pointer;

/** Structures of Java's own, all bytes zero. */
final class Structs {
  private Structs() {}

  static hbDNNTensor tensors(int count) {
    hbDNNTensor tensors = new hbDNNTensor(count);
    Pointer.memset(tensors, 0, (long) tensors.sizeof() * count);
    return tensors;
  }

  static hbDNNInferCtrlParam control() {
    hbDNNInferCtrlParam control = new hbDNNInferCtrlParam();
    Pointer.memset(control, 0, control.sizeof());
    return control;
  }
}
