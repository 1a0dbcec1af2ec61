// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.options.ClassifierOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that name a second model or runtime. */
final class CompareOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--compare",
      paramLabel = "MODEL2",
      description = {
        "Ask this model about the same pictures, too, and compare the answers.",
        "--fit, --interpolation, --range, --chroma and --labels apply to both;",
        "what else is stated of a model comes from MODEL2's own metadata."
      })
  private @Nullable Path model;

  @Option(
      names = "--compare-runtime",
      paramLabel = "NAME",
      description = "Runtime of MODEL2; without --compare, a second runtime for the same model.")
  private @Nullable String runtime;

  /** Whether there is anything to compare with. */
  boolean asked() {
    return model != null || runtime != null;
  }

  /** The second classifier; null if there is nothing to compare with. */
  @Nullable Classifier open(ClassifierOptions first, Consumer<ClassifierBuilder> more) {
    return asked() ? first.openSecond(model, runtime, more) : null;
  }

  /** The second model's file; empty for one that a runtime bundles. */
  Optional<Path> file(ClassifierOptions first) {
    return model == null ? first.modelFile() : first.file(model);
  }

  /**
   * Requires that an answer of one means the same in the other.
   *
   * @return a warning if labels differ, which may only be named differently
   */
  Optional<String> checkClasses(Classifier first, Classifier second) {
    int classes = first.labels().size();
    if (classes != second.labels().size()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--compare: %s has %d classes and %s has %d, expected the same classes"
              .formatted(
                  first.model().name(), classes, second.model().name(), second.labels().size()));
    }
    for (int i = 0; i < classes; i++) {
      String one = first.labels().name(i);
      String two = second.labels().name(i);
      if (!one.equals(two)) {
        return Optional.of(
            "the two models name class %d '%s' and '%s'; classes are compared by index"
                .formatted(i, one, two));
      }
    }
    return Optional.empty();
  }
}
