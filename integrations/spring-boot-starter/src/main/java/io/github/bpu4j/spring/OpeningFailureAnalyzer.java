// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to change when the application does not start because its classifier cannot open. */
final class OpeningFailureAnalyzer extends AbstractFailureAnalyzer<ClassifierException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ClassifierException cause) {
    String action = action(cause);
    return action == null
        ? null
        : new FailureAnalysis(
            "The bpu4j classifier could not be opened: " + cause.getMessage(), action, cause);
  }

  private static @Nullable String action(ClassifierException cause) {
    if (cause instanceof RuntimeUnavailableException unavailable) {
      return unavailable.diagnostics().isEmpty()
          ? "Add a runtime to the dependencies: io.github.bpu4j:bpu4j-runtime-bpu for the board,"
              + " io.github.bpu4j:bpu4j-runtime-onnx for any host, or both."
          : "Remove the reason that the runtime gives above, set bpu4j.model to files that one of"
              + " these runtimes supports, or set bpu4j.runtime to another one's name.";
    }
    if (cause instanceof ModelLoadException) {
      return "Set bpu4j.model to a model file that this process can read; a relative path starts at"
          + " the working directory. Without bpu4j.model, the model that a runtime bundles is used.";
    }
    if (cause instanceof IncompatibleModelException) {
      return "Set bpu4j.model to a model that is compiled for this device.";
    }
    if (cause instanceof ModelMismatchException) {
      return "Correct bpu4j.labels, bpu4j.model-name or bpu4j.output-name, or the metadata file"
          + " beside the model.";
    }
    return null;
  }
}
