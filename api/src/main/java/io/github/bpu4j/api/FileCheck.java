// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.OutputDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a compiled model file with what is asked of it before a runtime loads it.
 *
 * <p>A file that does not tell is left to the runtime, which refuses it with its own reason.
 */
final class FileCheck {
  private static final Logger LOG = LoggerFactory.getLogger(FileCheck.class);

  private FileCheck() {}

  /**
   * Checks input, size and classes as the file gives them.
   *
   * @throws IncompatibleModelException when its input is not one NV12 picture
   * @throws ModelMismatchException when it has another number of classes than there are labels
   */
  static void check(Path file, LoadOptions options, @Nullable Labels labels) {
    if (!options.force()) {
      description(file, options.modelName()).ifPresent(model -> check(model, options, labels));
    }
  }

  private static Optional<ModelDescription> description(Path file, Optional<String> name) {
    try {
      ModelFile read = ModelFile.readAnyMarch(file);
      return read.isPacked() ? name.flatMap(read::model) : Optional.of(read.models().get(0));
    } catch (IOException e) {
      LOG.debug("nothing to check before loading: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static void check(ModelDescription model, LoadOptions options, @Nullable Labels labels) {
    checkInputs(model);
    if (labels == null) {
      return;
    }
    List<OutputDescription> outputs = model.outputs();
    outputs.stream()
        .filter(
            output -> options.outputName().map(output.name()::equals).orElse(outputs.size() == 1))
        .findFirst()
        .map(OutputDescription::classes)
        .ifPresent(
            classes ->
                classes.ifPresent(count -> requireOneLabelPerClass(labels, model.name(), count)));
  }

  private static void checkInputs(ModelDescription model) {
    InputDescription input = model.inputs().get(0);
    boolean nv12 = input.type() == InputType.NV12 || input.type() == InputType.NV12_SEPARATE;
    boolean even = input.width() % 2 == 0 && input.height() % 2 == 0;
    if (model.inputs().size() > 1 || !nv12 || !even) {
      throw new IncompatibleModelException(
          "model %s takes %s, expected one NV12 picture with even sides; compile it with "
                  .formatted(model.name(), inputs(model))
              + "input_type_rt nv12");
    }
  }

  private static String inputs(ModelDescription model) {
    InputDescription input = model.inputs().get(0);
    if (model.inputs().size() > 1) {
      return model.inputs().size() + " inputs";
    }
    return input.width() > 0
        ? "a picture of type %s, %dx%d".formatted(input.type(), input.width(), input.height())
        : "an input of type %s, shape %s".formatted(input.type(), input.shape());
  }

  static void requireOneLabelPerClass(Labels labels, String model, int classes) {
    if (labels.size() != classes) {
      throw new ModelMismatchException(
          "model "
              + model
              + " gives "
              + classes
              + " scores but "
              + labels.size()
              + " labels were given; pass one label a class"
              + (classes == labels.size() + 1
                  ? ", or Labels.withBackground() if its class 0 is a background class"
                  : ""));
    }
  }
}
