// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Wraps another runtime and keeps a copy of every picture that reaches it.
 *
 * <p>Shows what the model really received: the exact NV12 bytes after resizing and color
 * conversion. A classifier's warm-up is a picture too.
 *
 * @since 0.1.0
 */
public final class RecordingRuntime implements InferenceRuntime {
  private final InferenceRuntime runtime;
  private final List<Nv12Picture> pictures = new CopyOnWriteArrayList<>();

  /** Records what reaches the given runtime; its answers are not changed. */
  public RecordingRuntime(InferenceRuntime runtime) {
    this.runtime = Objects.requireNonNull(runtime, "runtime");
  }

  /** Returns all pictures so far, in the order in which inferences started. */
  public List<Nv12Picture> pictures() {
    return List.copyOf(pictures);
  }

  /**
   * Returns the picture of the latest inference.
   *
   * @throws IllegalStateException before the first
   */
  public Nv12Picture lastPicture() {
    List<Nv12Picture> all = pictures();
    if (all.isEmpty()) {
      throw new IllegalStateException("nothing has been inferred yet");
    }
    return all.get(all.size() - 1);
  }

  /** Forgets all pictures, for example those of the warm-up. */
  public void clear() {
    pictures.clear();
  }

  @Override
  public String name() {
    return runtime.name();
  }

  @Override
  public Availability availability() {
    return runtime.availability();
  }

  @Override
  public boolean simulates() {
    return runtime.simulates();
  }

  @Override
  public boolean supports(Path file) {
    return runtime.supports(file);
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions options) {
    return new RecordingModel(runtime.load(file, options), pictures::add);
  }

  @Override
  public Optional<DefaultModel> defaultModel() {
    return runtime.defaultModel().map(model -> new Recorded(model, this));
  }

  private record Recorded(DefaultModel model, RecordingRuntime recorder) implements DefaultModel {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public ClassificationModel load(LoadOptions options) {
      return new RecordingModel(model.load(options), recorder.pictures::add);
    }
  }
}
