// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.io.Failures;
import java.util.Optional;

/**
 * What a runtime says about a model after loading it.
 *
 * @param runtime the runtime's name
 * @param info what it says; empty if it could not load the model
 * @param reason why it could not load the model; empty if it did
 */
public record RuntimeView(String runtime, Optional<ModelInfo> info, String reason) {

  /** Loads a model of the file, asks for its facts, and closes it. */
  public static RuntimeView of(
      InferenceRuntime runtime,
      InspectedFile file,
      InspectedModel model,
      Optional<ModelMetadata> metadata) {
    Availability availability = runtime.availability();
    if (!availability.available()) {
      return new RuntimeView(
          runtime.name(), Optional.empty(), String.join("; ", availability.reasons()));
    }
    try (ClassificationModel loaded = runtime.load(file.path(), options(file, model, metadata))) {
      return new RuntimeView(runtime.name(), Optional.of(loaded.info()), "");
    } catch (ClassifierException | IllegalArgumentException | IllegalStateException e) {
      return new RuntimeView(runtime.name(), Optional.empty(), Failures.text(e));
    }
  }

  private static LoadOptions options(
      InspectedFile file, InspectedModel model, Optional<ModelMetadata> metadata) {
    LoadOptions options = LoadOptions.defaults();
    if (file.models().size() > 1) {
      options = options.withModelName(model.name());
    }
    Optional<ColorInput> colors = metadata.flatMap(ModelMetadata::colorInput);
    if (colors.isPresent()) {
      options = options.withColorInput(colors.get());
    }
    Optional<String> output = metadata.flatMap(ModelMetadata::outputName);
    return output.isPresent() ? options.withOutputName(output.get()) : options;
  }
}
