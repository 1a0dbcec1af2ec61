// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.api.error.ModelMismatchException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a classifier asks of a runtime when it loads a model.
 *
 * <p>Made from {@link #defaults()} by {@code with} methods: later versions may ask for more.
 *
 * @param modelName which model of a packed file; empty when the file holds one
 * @param outputName which output holds the class scores; empty when there is one
 * @param force load although the file names another architecture than this runtime's, or another
 *     input or number of classes than a classifier needs
 * @param expectedClasses how many labels the caller has; empty when any number of classes fits. A
 *     runtime that can tell before it loads a file refuses by {@link #requireClasses}
 */
public record LoadOptions(
    Optional<String> modelName,
    Optional<String> outputName,
    boolean force,
    OptionalInt expectedClasses) {
  private static final LoadOptions DEFAULTS =
      new LoadOptions(Optional.empty(), Optional.empty(), false, OptionalInt.empty());

  /** Checks that nothing is null and that at least one class is expected. */
  public LoadOptions {
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(outputName, "outputName");
    if (expectedClasses.isPresent() && expectedClasses.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "expectedClasses: got " + expectedClasses.getAsInt() + ", expected at least 1");
    }
  }

  /** The only model, the only output, nothing forced, any number of classes. */
  public static LoadOptions defaults() {
    return DEFAULTS;
  }

  /** The same with one model of a packed file chosen by name. */
  public LoadOptions withModelName(String name) {
    return new LoadOptions(Optional.of(name), outputName, force, expectedClasses);
  }

  /** The same with one of several outputs chosen by name. */
  public LoadOptions withOutputName(String name) {
    return new LoadOptions(modelName, Optional.of(name), force, expectedClasses);
  }

  /** The same with the checks of the file overruled or not. */
  public LoadOptions withForce(boolean forced) {
    return new LoadOptions(modelName, outputName, forced, expectedClasses);
  }

  /** The same with this many labels, at least 1. */
  public LoadOptions withExpectedClasses(int labels) {
    return new LoadOptions(modelName, outputName, force, OptionalInt.of(labels));
  }

  /**
   * Goes on when a model has as many classes as there are labels, or when there are no labels.
   *
   * @param model its name, for the message
   * @throws ModelMismatchException when the numbers differ
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
