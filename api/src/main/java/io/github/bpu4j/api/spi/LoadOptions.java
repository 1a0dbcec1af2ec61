// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.api.error.ModelMismatchException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a classifier requires when a runtime loads a model.
 *
 * <p>Created from {@link #defaults()} with the {@code with} methods, because later versions may add
 * options. What the metadata beside a file states is already in here; no runtime looks for it.
 *
 * @param modelName which model of a packed file; empty if the file has one
 * @param outputName which output holds the scores; empty if there is one
 * @param force load even if the file was compiled for another architecture, or has another input or
 *     number of classes than the classifier needs
 * @param expectedClasses the number of labels; empty if any number of classes is accepted. A
 *     runtime that knows the number before it loads a file checks it with {@link #requireClasses}
 * @param colorInput how a model that takes colors reads a picture, from the program or the metadata
 *     beside the file; empty if the file itself has to say it. A runtime for NV12 ignores it
 * @since 0.1.0
 */
public record LoadOptions(
    Optional<String> modelName,
    Optional<String> outputName,
    boolean force,
    OptionalInt expectedClasses,
    Optional<ColorInput> colorInput) {
  private static final LoadOptions DEFAULTS =
      new LoadOptions(
          Optional.empty(), Optional.empty(), false, OptionalInt.empty(), Optional.empty());

  /** Checks that nothing is null and that at least one class is expected. */
  public LoadOptions {
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(outputName, "outputName");
    Objects.requireNonNull(colorInput, "colorInput");
    if (expectedClasses.isPresent() && expectedClasses.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "expectedClasses: got " + expectedClasses.getAsInt() + ", expected at least 1");
    }
  }

  /** Returns the defaults: the only model, the only output, not forced, any number of classes. */
  public static LoadOptions defaults() {
    return DEFAULTS;
  }

  /** Chooses a model of a packed file by name. */
  public LoadOptions withModelName(String name) {
    return new LoadOptions(Optional.of(name), outputName, force, expectedClasses, colorInput);
  }

  /** Chooses one of several outputs by name. */
  public LoadOptions withOutputName(String name) {
    return new LoadOptions(modelName, Optional.of(name), force, expectedClasses, colorInput);
  }

  /** Sets whether failed checks of the file are ignored. */
  public LoadOptions withForce(boolean forced) {
    return new LoadOptions(modelName, outputName, forced, expectedClasses, colorInput);
  }

  /** Sets the number of labels, at least 1. */
  public LoadOptions withExpectedClasses(int labels) {
    return new LoadOptions(modelName, outputName, force, OptionalInt.of(labels), colorInput);
  }

  /** Sets how a model that takes colors reads a picture; takes precedence over the file. */
  public LoadOptions withColorInput(ColorInput stated) {
    return new LoadOptions(modelName, outputName, force, expectedClasses, Optional.of(stated));
  }

  /**
   * Checks that a model has as many classes as there are labels, if there are labels.
   *
   * @param model its name, for the message
   * @throws ModelMismatchException if the numbers differ
   */
  public void requireClasses(String model, int classes) {
    if (expectedClasses.isEmpty() || expectedClasses.getAsInt() == classes) {
      return;
    }
    int labels = expectedClasses.getAsInt();
    throw new ModelMismatchException(
        "model "
            + model
            + " gives "
            + classes
            + " scores but "
            + labels
            + " labels were given; pass one label per class"
            + (classes == labels + 1
                ? ", or Labels.withBackground() if its class 0 is a background class"
                : ""));
  }
}
