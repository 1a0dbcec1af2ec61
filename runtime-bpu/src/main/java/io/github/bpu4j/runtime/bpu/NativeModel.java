// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNHandle_t;
import io.github.bpu4j.runtime.bpu.library.DnnLibrary;
import io.github.bpu4j.runtime.bpu.library.NativeBinding;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.tensor.ModelTensors;
import io.github.bpu4j.runtime.bpu.tensor.PictureInput;
import io.github.bpu4j.runtime.bpu.tensor.ScoreReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;

/**
 * One model of a loaded file, with its tensors.
 *
 * <p>Memory: owns the packed model and holds the native binding, both until {@link #release()}.
 */
final class NativeModel {
  private final PackedModel packed;
  private final String name;
  private final hbDNNHandle_t handle;
  private final ModelTensors inputs;
  private final ModelTensors outputs;
  private final PictureInput picture;
  private final int score;
  private final ScoreReader scoreReader;

  private NativeModel(PackedModel packed, DnnLibrary library, Path file, LoadOptions options) {
    this.packed = packed;
    this.name = packed.choose(options.modelName());
    this.handle = packed.model(name);
    this.inputs = ModelTensors.inputs(handle, library, name);
    this.outputs = ModelTensors.outputs(handle, library, name);
    library.setProbed();
    String title = "model " + name + " of " + file;
    refuseResizer(title, library);
    this.picture = PictureInput.of(title, inputs.infos());
    this.score = scoreIndex(title, options.outputName());
    this.scoreReader = ScoreReader.of(title, outputs.infos().get(score));
  }

  /** Loads the file and reads the chosen model; if that fails, nothing stays loaded. */
  static NativeModel load(DnnLibrary library, Path file, LoadOptions options) {
    synchronized (NativeBinding.LOCK) {
      NativeBinding.acquire(library);
      try {
        PackedModel packed = PackedModel.load(file);
        try {
          return new NativeModel(packed, library, file, options);
        } catch (RuntimeException e) {
          packed.release();
          throw e;
        }
      } catch (RuntimeException e) {
        NativeBinding.release();
        throw e;
      }
    }
  }

  String name() {
    return name;
  }

  hbDNNHandle_t handle() {
    return handle;
  }

  PictureInput picture() {
    return picture;
  }

  ScoreReader scoreReader() {
    return scoreReader;
  }

  List<TensorInfo> inputInfos() {
    return inputs.infos();
  }

  /** The outputs, the class scores first. */
  List<TensorInfo> outputInfos() {
    List<TensorInfo> ordered = new ArrayList<>(outputs.infos());
    ordered.add(0, ordered.remove(score));
    return ordered;
  }

  RequestTensors allocate(BpuOptions options) {
    return RequestTensors.allocate(inputs, outputs, score, options);
  }

  /** Called once, when no task of the model can run any more. */
  void release() {
    synchronized (NativeBinding.LOCK) {
      if (packed.release()) {
        NativeBinding.release();
      }
    }
  }

  private void refuseResizer(String title, DnnLibrary library) {
    if (!library.has("hbDNNGetInputSource")) {
      return;
    }
    try (IntPointer source = new IntPointer(1)) {
      int code = Dnn.hbDNNGetInputSource(source.put(0), handle, 0);
      NativeCalls.check(code, "hbDNNGetInputSource", Activity.OPENING, "reading " + title);
      if (source.get() == Dnn.HB_DNN_INPUT_FROM_RESIZER) {
        throw new IncompatibleModelException(
            title
                + " takes regions of a larger picture (input source resizer), which this SDK does"
                + " not feed; compile it with the input source pyramid");
      }
    }
  }

  private int scoreIndex(String title, Optional<String> wanted) {
    List<TensorInfo> infos = outputs.infos();
    if (wanted.isEmpty() && infos.size() == 1) {
      return 0;
    }
    for (int i = 0; i < infos.size(); i++) {
      if (wanted.isPresent() && infos.get(i).name().equals(wanted.get())) {
        return i;
      }
    }
    throw new ModelMismatchException(
        title
            + wanted.map(given -> " has no output " + given).orElse(" has several outputs")
            + "; choose by name the one that holds the class scores: "
            + infos.stream().map(info -> info.name() + " " + info.validShape()).toList());
  }
}
