// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNHandle_t;
import io.github.bpu4j.runtime.bpu.dnn.hbPackedDNNHandle_t;
import io.github.bpu4j.runtime.bpu.library.DnnLibrary;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A loaded model file.
 *
 * <p>Memory: the library owns the models, their names and their tables; {@link #release()} returns
 * them, once, after the last task of any of its models.
 */
final class PackedModel {
  private static final int MAX_MODELS = 4096;
  private static final int RELEASE_TRIES = 20;
  private static final long RELEASE_PAUSE_MILLIS = 50;

  private final Path file;
  private final hbPackedDNNHandle_t handle;

  private PackedModel(Path file, hbPackedDNNHandle_t handle) {
    this.file = file;
    this.handle = handle;
  }

  static PackedModel load(Path file) {
    hbPackedDNNHandle_t handle = new hbPackedDNNHandle_t();
    try (BytePointer path = DnnLibrary.nativeText(file.toAbsolutePath().toString());
        PointerPointer<BytePointer> paths = new PointerPointer<>(1)) {
      paths.put(0, path);
      NativeCalls.check(
          Dnn.hbDNNInitializeFromFiles(handle, paths, 1),
          "hbDNNInitializeFromFiles",
          Activity.OPENING,
          "loading " + file);
    }
    return new PackedModel(file, handle);
  }

  /** The chosen model's name, or the only one. */
  String choose(Optional<String> wanted) {
    List<String> names = names();
    if (wanted.isPresent() ? names.contains(wanted.get()) : names.size() == 1) {
      return wanted.orElse(names.get(0));
    }
    throw new ModelMismatchException(
        wanted.map(name -> file + " holds no model " + name).orElse(file + " holds several models")
            + "; choose one of "
            + names
            + " by name");
  }

  hbDNNHandle_t model(String name) {
    hbDNNHandle_t model = new hbDNNHandle_t();
    try (BytePointer text = new BytePointer(name, StandardCharsets.UTF_8)) {
      NativeCalls.check(
          Dnn.hbDNNGetModelHandle(model, handle, text),
          "hbDNNGetModelHandle",
          Activity.OPENING,
          "finding model " + name + " in " + file);
    }
    return model;
  }

  private List<String> names() {
    try (PointerPointer<Pointer> cell = new PointerPointer<>(1);
        IntPointer count = new IntPointer(1)) {
      cell.put(0, (Pointer) null);
      NativeCalls.check(
          Dnn.hbDNNGetModelNameList(cell, count.put(0), handle),
          "hbDNNGetModelNameList",
          Activity.OPENING,
          "listing the models of " + file);
      return copy(new PointerPointer<BytePointer>(cell.get(0)), count.get());
    }
  }

  private List<String> copy(PointerPointer<?> names, int count) {
    if (count < 1 || count > MAX_MODELS || names == null || names.isNull()) {
      throw new ModelLoadException(file + " holds " + count + " models, expected 1 or more");
    }
    List<String> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      copies.add(names.getString(i, StandardCharsets.UTF_8));
    }
    return copies;
  }

  /**
   * Releases everything; while a model still runs, tries again for one second.
   *
   * @return whether the library released it
   */
  boolean release() {
    int code = Dnn.hbDNNRelease(handle);
    for (int i = 1; code == StatusCode.HB_DNN_MODEL_IS_RUNNING.code() && i < RELEASE_TRIES; i++) {
      Pauses.sleep(RELEASE_PAUSE_MILLIS);
      code = Dnn.hbDNNRelease(handle);
    }
    NativeCalls.checkQuietly(code, "hbDNNRelease", "releasing " + file);
    return code != StatusCode.HB_DNN_MODEL_IS_RUNNING.code();
  }
}
