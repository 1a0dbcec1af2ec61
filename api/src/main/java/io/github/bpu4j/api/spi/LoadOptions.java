// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a classifier asks of a runtime when it loads a model.
 *
 * <p>Start from {@link #defaults()} and change what differs with the {@code with} methods. Do not
 * call the constructor: it gets another parameter with every option that is added.
 *
 * @param modelName which model of a packed file; empty when the file holds one
 * @param outputName which output holds the class scores; empty when there is one
 * @param force load although the file names another architecture than this runtime's
 * @param expectedClasses how many scores the caller has labels for, at least 1, so that a runtime
 *     can refuse another number before it loads the model; empty when any number will do
 */
public record LoadOptions(
    Optional<String> modelName,
    Optional<String> outputName,
    boolean force,
    OptionalInt expectedClasses) {
  private static final LoadOptions DEFAULTS =
      new LoadOptions(Optional.empty(), Optional.empty(), false, OptionalInt.empty());

  public LoadOptions {
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(outputName, "outputName");
    if (expectedClasses.isPresent() && expectedClasses.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "expectedClasses " + expectedClasses.getAsInt() + ", expected at least 1");
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

  /** The same with the architecture check overruled or not. */
  public LoadOptions withForce(boolean forced) {
    return new LoadOptions(modelName, outputName, forced, expectedClasses);
  }

  /** The same with the number of scores that the model must give. */
  public LoadOptions withExpectedClasses(int classes) {
    return new LoadOptions(modelName, outputName, force, OptionalInt.of(classes));
  }
}
