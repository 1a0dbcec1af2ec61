// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The one classifier of this JVM, which all tasks of an executor share.
 *
 * <p>An executor belongs to one application, and this one uses one model. It is opened at the first
 * picture and closed when the JVM ends, because Spark tells no task that it is the last.
 */
final class SharedClassifier {
  private static @Nullable Classifier opened;

  private SharedClassifier() {}

  /**
   * Returns the classifier, which the first call opens.
   *
   * @param model file of the model; the bundled one if empty
   */
  static synchronized Classifier of(String model) {
    if (opened == null) {
      Classifier classifier = open(model);
      Runtime.getRuntime().addShutdownHook(new Thread(classifier::close, "close classifier"));
      opened = classifier;
    }
    return opened;
  }

  private static Classifier open(String model) {
    ClassifierBuilder builder =
        Classifier.builder().concurrency(Runtime.getRuntime().availableProcessors());
    return model.isEmpty() ? builder.open() : builder.model(Path.of(model)).open();
  }
}
