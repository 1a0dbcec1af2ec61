// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNHandle_t;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensor;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensorProperties;
import io.github.bpu4j.runtime.bpu.library.DnnLibrary;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inputs or the outputs of a model: what they are, and the structures that describe them.
 *
 * <p>Memory: {@code structs} is Java's own array, without memory blocks, to be copied for each
 * request; the tables it points at belong to the library until the model is released.
 */
public final class ModelTensors {
  private static final Logger LOG = LoggerFactory.getLogger(ModelTensors.class);
  private static final int MAX_TENSORS = 1024;

  /** One of the two families of getters. */
  private enum Side {
    INPUT("Input") {
      @Override
      int count(IntPointer count, hbDNNHandle_t model) {
        return Dnn.hbDNNGetInputCount(count, model);
      }

      @Override
      int name(PointerPointer<BytePointer> name, hbDNNHandle_t model, int index) {
        return Dnn.hbDNNGetInputName(name, model, index);
      }

      @Override
      int properties(hbDNNTensorProperties properties, hbDNNHandle_t model, int index) {
        return Dnn.hbDNNGetInputTensorProperties(properties, model, index);
      }
    },
    OUTPUT("Output") {
      @Override
      int count(IntPointer count, hbDNNHandle_t model) {
        return Dnn.hbDNNGetOutputCount(count, model);
      }

      @Override
      int name(PointerPointer<BytePointer> name, hbDNNHandle_t model, int index) {
        return Dnn.hbDNNGetOutputName(name, model, index);
      }

      @Override
      int properties(hbDNNTensorProperties properties, hbDNNHandle_t model, int index) {
        return Dnn.hbDNNGetOutputTensorProperties(properties, model, index);
      }
    };

    private final String word;

    Side(String word) {
      this.word = word;
    }

    abstract int count(IntPointer count, hbDNNHandle_t model);

    abstract int name(PointerPointer<BytePointer> name, hbDNNHandle_t model, int index);

    abstract int properties(hbDNNTensorProperties properties, hbDNNHandle_t model, int index);
  }

  private final Side side;
  private final hbDNNHandle_t model;
  private final DnnLibrary library;
  private final String modelName;
  private final hbDNNTensor structs;
  private final List<TensorInfo> infos = new ArrayList<>();

  private ModelTensors(Side side, hbDNNHandle_t model, DnnLibrary library, String modelName) {
    this.side = side;
    this.model = model;
    this.library = library;
    this.modelName = modelName;
    int count = count();
    this.structs = zeroed(count);
    for (int i = 0; i < count; i++) {
      infos.add(read(i));
    }
  }

  public static ModelTensors inputs(hbDNNHandle_t model, DnnLibrary library, String modelName) {
    return new ModelTensors(Side.INPUT, model, library, modelName);
  }

  public static ModelTensors outputs(hbDNNHandle_t model, DnnLibrary library, String modelName) {
    return new ModelTensors(Side.OUTPUT, model, library, modelName);
  }

  public List<TensorInfo> infos() {
    return infos;
  }

  /** A copy of the structures for one request; its memory blocks are all zero. */
  public hbDNNTensor copyStructs() {
    hbDNNTensor copy = new hbDNNTensor(infos.size());
    Pointer.memcpy(copy, structs, (long) structs.sizeof() * infos.size());
    return copy;
  }

  private static hbDNNTensor zeroed(int count) {
    hbDNNTensor tensors = new hbDNNTensor(count);
    Pointer.memset(tensors, 0, (long) tensors.sizeof() * count);
    return tensors;
  }

  private int count() {
    try (IntPointer count = new IntPointer(1)) {
      check(side.count(count.put(0), model), "Count");
      if (count.get() < 1 || count.get() > MAX_TENSORS) {
        throw new ModelLoadException(
            "model "
                + modelName
                + " reports "
                + count.get()
                + " "
                + plural()
                + ", expected 1 or"
                + " more");
      }
      return count.get();
    }
  }

  private TensorInfo read(int index) {
    if (!library.isProbed()) {
      probe(index);
    }
    hbDNNTensorProperties properties = structs.getPointer(index).properties();
    check(side.properties(properties, model, index), "TensorProperties");
    refuse(LayoutProbe.objection(bytes(properties, LayoutProbe.SIZE)));
    return TensorReader.read(name(index), properties);
  }

  private String name(int index) {
    try (PointerPointer<BytePointer> cell = new PointerPointer<>(1)) {
      cell.put(0, (Pointer) null);
      check(side.name(cell, model, index), "Name");
      BytePointer name = cell.get(BytePointer.class, 0);
      return name == null || name.isNull() ? side.word + index : name.getString();
    }
  }

  private void probe(int index) {
    try (BytePointer memory = new BytePointer(LayoutProbe.ROOM)) {
      Pointer.memset(memory, LayoutProbe.FILL, LayoutProbe.ROOM);
      int code = side.properties(new hbDNNTensorProperties(memory), model, index);
      check(code, "TensorProperties");
      ByteBuffer room = bytes(memory, LayoutProbe.ROOM);
      refuse(LayoutProbe.overrun(room));
      refuse(LayoutProbe.objection(room));
      if (!LayoutProbe.hasPlausibleStrides(room)) {
        LOG.warn("{} of {}: its strides do not fall from the first to the last", side, modelName);
      }
    }
  }

  private static ByteBuffer bytes(Pointer memory, int size) {
    return new BytePointer(memory).capacity(size).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private void refuse(Optional<String> objection) {
    if (objection.isPresent()) {
      throw new IncompatibleModelException(
          library
              + " does not describe the "
              + plural()
              + " of model "
              + modelName
              + " as this SDK reads them ("
              + objection.get()
              + "); use libdnn 1.18 or a later 1.x for the X5");
    }
  }

  private void check(int code, String getter) {
    NativeCalls.check(
        code, "hbDNNGet" + side.word + getter, Activity.OPENING, "reading " + modelName);
  }

  private String plural() {
    return side == Side.INPUT ? "inputs" : "outputs";
  }
}
