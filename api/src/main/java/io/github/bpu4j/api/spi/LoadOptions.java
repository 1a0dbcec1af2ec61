// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.Optional;

/**
 * What a classifier asks of a runtime when it loads a model.
 *
 * @param modelName which model of a packed file; empty when the file holds one
 * @param outputName which output holds the class scores; empty when there is one
 * @param force load although the file names another architecture than this runtime's
 */
public record LoadOptions(Optional<String> modelName, Optional<String> outputName, boolean force) {
  private static final LoadOptions DEFAULTS =
      new LoadOptions(Optional.empty(), Optional.empty(), false);

  /** The only model, the only output, nothing forced. */
  public static LoadOptions defaults() {
    return DEFAULTS;
  }

  /** The same with one model of a packed file chosen by name. */
  public LoadOptions withModelName(String name) {
    return new LoadOptions(Optional.of(name), outputName, force);
  }

  /** The same with one of several outputs chosen by name. */
  public LoadOptions withOutputName(String name) {
    return new LoadOptions(modelName, Optional.of(name), force);
  }

  /** The same with the architecture check overruled or not. */
  public LoadOptions withForce(boolean forced) {
    return new LoadOptions(modelName, outputName, forced);
  }
}
