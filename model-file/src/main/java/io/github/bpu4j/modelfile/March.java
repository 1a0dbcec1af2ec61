// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Locale;
import java.util.Optional;

/** What is known about architectures of BPUs. */
final class March {
  private March() {}

  /** Says why a model cannot run on the RDK X5, if its file says so. */
  static Optional<String> objection(ModelDescription model) {
    return model
        .march()
        .filter(march -> !march.equals(ModelDescription.BAYES_E))
        .map(
            march ->
                "the model %s is compiled for the march %s%s, but the RDK X5 runs %s only"
                        .formatted(model.name(), march, board(march), ModelDescription.BAYES_E)
                    + "; compile the network again with march "
                    + ModelDescription.BAYES_E);
  }

  private static String board(String march) {
    String name = march.toLowerCase(Locale.ROOT);
    if (name.startsWith("nash")) {
      return " (RDK S100)";
    }
    return switch (name) {
      case "bernoulli2" -> " (RDK X3)";
      case "bayes" -> " (RDK Ultra)";
      default -> "";
    };
  }
}
