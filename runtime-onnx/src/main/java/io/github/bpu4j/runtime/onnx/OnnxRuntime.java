// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs {@code .onnx} models on the host's CPU; its name is {@code onnx}.
 *
 * <p>It supports two kinds of models, both with an output of float32 scores, {@code [1, classes]}.
 * The first kind takes NV12, as a compiled {@code .bin} does: uint8 {@code [1, height * 3 / 2,
 * width]}; its color range is the file's custom property {@code bpu4j.range}, {@code FULL} or
 * {@code VIDEO}. The second kind takes RGB, as most exported models: float32 or uint8, {@code [1,
 * 3, height, width]} or {@code [1, height, width, 3]}, as described by {@link ColorInput}. A
 * request's input is NV12 for both. For the second kind it has FULL range and is converted with the
 * formula that compiled models use, so that a model gives the same answers before and after it is
 * compiled.
 *
 * <p>Whether scores are probabilities is determined by the property {@code bpu4j.probabilities}
 * ({@code true} or {@code false}), or else the operator that computes the scores.
 *
 * <p>ONNX Runtime's native library is unpacked once, to a folder in the user's cache, where later
 * starts find it. The folder is {@code bpu4j.cache.dir} (system property), {@code BPU4J_CACHE_DIR}
 * (environment), or the platform's own; {@code onnxruntime.native.path} is a folder that already
 * contains the libraries.
 *
 * @since 0.1.0
 */
public final class OnnxRuntime implements InferenceRuntime {
  static final String NAME = "onnx";

  private final OnnxOptions options;

  /** Creates a runtime with {@link OnnxOptions#defaults()}, as the service loader does. */
  public OnnxRuntime() {
    this(OnnxOptions.defaults());
  }

  /** Creates a runtime with these options; pass it to a classifier's builder. */
  public OnnxRuntime(OnnxOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return OrtLibrary.availability();
  }

  /** Whether the name ends in {@code .onnx}; the format has no magic number. */
  @Override
  public boolean supports(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions loadOptions) {
    Objects.requireNonNull(loadOptions, "options");
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "is a folder" : "does not exist";
      throw new ModelLoadException(file + " " + found + "; expected an .onnx file");
    }
    OrtEnvironment environment = OrtLibrary.environment();
    return new SessionLoader(environment, options, loadOptions)
        .load(
            stem(file),
            ModelLocation.of(file),
            settings -> environment.createSession(file.toString(), settings));
  }

  @Override
  public Optional<DefaultModel> defaultModel() {
    return Optional.of(new BundledModel(options));
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
