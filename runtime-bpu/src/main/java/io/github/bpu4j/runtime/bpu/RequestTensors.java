// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNInferCtrlParam;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensor;
import io.github.bpu4j.runtime.bpu.library.NativeBinding;
import io.github.bpu4j.runtime.bpu.tensor.DeviceMemory;
import io.github.bpu4j.runtime.bpu.tensor.ModelTensors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * All native memory of one request.
 *
 * <p>Memory: structures are allocated by Java, blocks on the device. Everything is allocated once,
 * stays in place while a task may refer to it, and is freed by {@link #free()} in reverse order.
 * Holds the native binding until then.
 */
final class RequestTensors {
  private final hbDNNTensor inputs;
  private final hbDNNTensor outputs;
  private final PointerPointer<hbDNNTensor> outputsCell = new PointerPointer<>(1);
  private final hbDNNInferCtrlParam control = zeroedControl();
  private final Deque<DeviceMemory> blocks = new ArrayDeque<>();
  private final DeviceMemory input;
  private final DeviceMemory scores;

  private RequestTensors(ModelTensors inputs, ModelTensors outputs, int score, BpuOptions options) {
    this.inputs = inputs.copyStructs();
    this.outputs = outputs.copyStructs();
    outputsCell.put(0, this.outputs);
    options.applyTo(control);
    // One block holds both planes, also for a model whose type is NV12_SEPARATE.
    this.inputs.properties().tensorType(Dnn.HB_DNN_IMG_TYPE_NV12);
    try {
      this.input = allocate(this.inputs, inputs.infos()).get(0);
      this.scores = allocate(this.outputs, outputs.infos()).get(score);
    } catch (RuntimeException e) {
      freeBlocks();
      throw e;
    }
  }

  /**
   * Allocates for one picture in flight.
   *
   * @param score index of the output that holds the class scores
   */
  static RequestTensors allocate(
      ModelTensors inputs, ModelTensors outputs, int score, BpuOptions options) {
    synchronized (NativeBinding.LOCK) {
      RequestTensors tensors = new RequestTensors(inputs, outputs, score, options);
      NativeBinding.acquireAgain();
      return tensors;
    }
  }

  private List<DeviceMemory> allocate(hbDNNTensor tensors, List<TensorInfo> infos) {
    List<DeviceMemory> allocated = new ArrayList<>();
    for (int i = 0; i < infos.size(); i++) {
      TensorInfo info = infos.get(i);
      DeviceMemory block =
          DeviceMemory.allocate(
              tensors.getPointer(i).sysMem(0), (int) info.byteSize(), "tensor " + info.name());
      blocks.push(block);
      allocated.add(block);
    }
    return allocated;
  }

  hbDNNTensor inputs() {
    return inputs;
  }

  PointerPointer<hbDNNTensor> outputsCell() {
    return outputsCell;
  }

  hbDNNInferCtrlParam control() {
    return control;
  }

  DeviceMemory input() {
    return input;
  }

  DeviceMemory scores() {
    return scores;
  }

  private static hbDNNInferCtrlParam zeroedControl() {
    hbDNNInferCtrlParam control = new hbDNNInferCtrlParam();
    Pointer.memset(control, 0, control.sizeof());
    return control;
  }

  /** Called once, when no task and no reader is left. */
  void free() {
    synchronized (NativeBinding.LOCK) {
      freeBlocks();
      NativeBinding.release();
    }
  }

  private void freeBlocks() {
    while (!blocks.isEmpty()) {
      blocks.pop().free();
    }
    outputsCell.close();
    outputs.close();
    inputs.close();
    control.close();
  }
}
