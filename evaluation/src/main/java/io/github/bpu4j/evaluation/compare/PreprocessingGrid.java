// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.AccuracyCounter;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.data.LabeledPicture;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Evaluates one model with several ways to convert pictures.
 *
 * <p>A picture is decoded once and converted in every way to NV12 of the model's size, which a
 * classifier of the same range takes as it is. Memory does not grow with the pictures.
 *
 * @since 0.1.0
 */
public final class PreprocessingGrid {
  private final List<Cell> cells = new ArrayList<>();
  private final DecodeLimits limits;

  /**
   * Prepares the ways.
   *
   * @param ways with a range of FULL or VIDEO
   * @param classifiers of the same model, one for each range of the ways, opened with that range,
   *     {@code maxResults} of at least the depth and the lowest {@code scoreThreshold}
   * @param depth the largest k of top-k
   * @param limits to decode with
   */
  public PreprocessingGrid(
      List<Preprocessing> ways,
      Map<YuvRange, Classifier> classifiers,
      int depth,
      DecodeLimits limits) {
    for (Preprocessing way : ways) {
      Classifier classifier = classifiers.get(way.range());
      if (classifier == null || classifier.preprocessing().range() != way.range()) {
        throw new IllegalArgumentException("no classifier with the range " + way.range());
      }
      cells.add(new Cell(way, classifier, depth));
    }
    this.limits = limits;
  }

  /**
   * Evaluates pictures in every way.
   *
   * @param stopped asked before each picture; true ends the run
   * @param done told how many pictures are done after each one
   * @throws IOException if the walk fails; unreadable pictures are counted instead
   * @throws io.github.bpu4j.api.error.ClassifierException if the runtime fails
   */
  public GridResult run(LabeledPictures.Walk pictures, BooleanSupplier stopped, LongConsumer done)
      throws IOException {
    long count = 0;
    LabeledPicture next = stopped.getAsBoolean() ? null : pictures.next();
    while (next != null) {
      evaluate(next);
      done.accept(++count);
      next = stopped.getAsBoolean() ? null : pictures.next();
    }
    return new GridResult(
        cells.stream().map(cell -> new GridRow(cell.way, cell.counter.accuracy())).toList());
  }

  private void evaluate(LabeledPicture picture) {
    ImageFrame frame;
    try {
      frame = ImageFrame.read(picture.file(), limits);
    } catch (IOException e) {
      cells.forEach(cell -> cell.unreadable(picture, e));
      return;
    }
    List<CompletableFuture<ClassificationResult>> answers =
        cells.stream().map(cell -> cell.ask(frame)).toList();
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).count(picture, answers.get(i));
    }
  }

  /** One way, and memory for one picture in it. */
  private static final class Cell {
    private final Preprocessing way;
    private final Classifier classifier;
    private final Nv12Converter converter;
    private final Nv12Buffer buffer;
    private final AccuracyCounter counter;

    Cell(Preprocessing way, Classifier classifier, int depth) {
      ModelInfo model = classifier.model();
      this.way = way;
      this.classifier = classifier;
      converter = new Nv12Converter(way, model.width(), model.height());
      buffer = Nv12Buffer.allocate(model.width(), model.height());
      counter = Accuracy.counter(classifier.labels().size(), depth);
    }

    CompletableFuture<ClassificationResult> ask(ImageFrame frame) {
      try {
        converter.convert(frame, buffer);
      } catch (IllegalArgumentException e) {
        return CompletableFuture.failedFuture(e); // too elongated for this fit
      }
      return classifier.classifyAsync(
          ImageFrame.nv12(
              buffer.bytes(), buffer.width(), buffer.height(), buffer.rowPitch(), way.range()));
    }

    void count(LabeledPicture picture, CompletableFuture<ClassificationResult> answer) {
      try {
        counter.add(picture.truth(), answer.join().categories());
      } catch (CompletionException e) {
        if (e.getCause() instanceof IllegalArgumentException elongated) {
          unreadable(picture, elongated);
        } else if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        } else {
          throw e;
        }
      }
    }

    void unreadable(LabeledPicture picture, Exception why) {
      counter.add(
          EvaluatedPicture.unreadable(
              picture.path(), picture.truth(), String.valueOf(why.getMessage())));
    }
  }
}
