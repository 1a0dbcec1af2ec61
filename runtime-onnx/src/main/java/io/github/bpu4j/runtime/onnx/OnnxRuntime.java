// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs {@code .onnx} classifiers on the host's CPU; named {@code onnx}.
 *
 * <p>A network takes NV12 as a compiled {@code .bin} does: one input, uint8 {@code [1, height * 3 /
 * 2, width]}, and an output of float32 scores, {@code [1, classes]}. Two custom properties of the
 * file are read: {@code bpu4j.range} ({@code FULL} or {@code VIDEO}, the colour range of that
 * input) and {@code bpu4j.probabilities} ({@code true} or {@code false}).
 *
 * <p>ONNX Runtime's native library is unpacked once into a folder of the user's cache and used from
 * there by later starts. The folder is {@code bpu4j.cache.dir} (system property), {@code
 * BPU4J_CACHE_DIR} (environment), or the platform's own; {@code onnxruntime.native.path} names a
 * folder that holds the libraries already.
 */
public final class OnnxRuntime implements InferenceRuntime {
  private static final String NAME = "onnx";

  private final OnnxOptions options;

  /** A runtime with {@link OnnxOptions#defaults()}, as the service loader makes it. */
  public OnnxRuntime() {
    this(OnnxOptions.defaults());
  }

  /** A runtime with options of its own, to be handed to a classifier's builder. */
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

  /** Whether the name ends in {@code .onnx}; the format has no magic number to go by. */
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
            file.toString(),
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
