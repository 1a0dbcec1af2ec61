// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.evaluation.compare.GridAxis;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.PreprocessingGrid;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import picocli.CommandLine.Option;

/** The option that names the axes of a grid. */
final class GridOptions {
  @Option(
      names = "--grid",
      paramLabel = "AXIS",
      split = ",",
      description = {
        "Also evaluate all combinations of: ${COMPLETION-CANDIDATES},",
        "for example --grid fit,range; the others stay as they are."
      })
  private List<GridAxis> axes = List.of();

  /** Whether there is a grid. */
  boolean asked() {
    return !axes.isEmpty();
  }

  /**
   * Evaluates all combinations.
   *
   * @param classifier what the other axes are taken from, and what answers for its range
   * @param more applies the command's own options to another classifier
   */
  GridResult run(
      ClassifierOptions options,
      Classifier classifier,
      Consumer<ClassifierBuilder> more,
      int depth,
      LabeledPictures.Walk walk,
      BooleanSupplier stopped,
      LongConsumer done)
      throws IOException {
    List<Preprocessing> ways =
        GridAxis.combinations(classifier.preprocessing(), EnumSet.copyOf(axes));
    YuvRange own = classifier.preprocessing().range();
    YuvRange other = own == YuvRange.FULL ? YuvRange.VIDEO : YuvRange.FULL;
    Map<YuvRange, Classifier> classifiers = new EnumMap<>(YuvRange.class);
    classifiers.put(own, classifier);
    if (!axes.contains(GridAxis.RANGE)) {
      return new PreprocessingGrid(ways, classifiers, depth, options.decoding().limits())
          .run(walk, stopped, done);
    }
    try (Classifier second = options.open(more.andThen(builder -> builder.range(other)))) {
      classifiers.put(other, second);
      return new PreprocessingGrid(ways, classifiers, depth, options.decoding().limits())
          .run(walk, stopped, done);
    }
  }
}
