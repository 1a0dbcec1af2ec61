// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.evaluation.data.ClassNames;
import io.github.bpu4j.evaluation.data.DataSummary;
import io.github.bpu4j.evaluation.data.GroundTruth;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import io.github.bpu4j.evaluation.data.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Measures how often a classifier is right on labeled pictures.
 *
 * <pre>{@code
 * EvaluationResult result =
 *     Evaluation.of(classifier).groundTruth(GroundTruth.folders()).run(Path.of("val"));
 * System.out.println(result.accuracy().top1());
 * }</pre>
 *
 * <p>Open the classifier without {@code categoryAllowlist} and {@code scoreThreshold}, and with
 * {@code maxResults} of at least {@link #depth}. Several pictures are evaluated at the same time;
 * memory does not grow with their number.
 *
 * @since 0.1.0
 */
public final class Evaluation {
  private final Classifier classifier;
  private UnaryOperator<EvaluationSettings> described = UnaryOperator.identity();
  private @Nullable GroundTruth truth;
  private Selection selection = Selection.all();
  private int depth = 5;
  private @Nullable Path journal;
  private EvaluationObserver observer = new EvaluationObserver() {};
  private BooleanSupplier stopped = () -> false;

  private Evaluation(Classifier classifier) {
    this.classifier = classifier;
  }

  /** Starts with all pictures, top-1 to top-5 and no journal. */
  public static Evaluation of(Classifier classifier) {
    return new Evaluation(Objects.requireNonNull(classifier, "classifier"));
  }

  /** Says where the labels are; by default {@link GroundTruth#of(Path)} goes by the folder. */
  public Evaluation groundTruth(GroundTruth labels) {
    truth = labels;
    return this;
  }

  /** Evaluates only some of the pictures; default all. */
  public Evaluation selection(Selection pictures) {
    selection = pictures;
    return this;
  }

  /** Sets the largest k of top-k; default 5. */
  public Evaluation depth(int k) {
    depth = k;
    return this;
  }

  /** Writes a journal, or resumes the one that is there. */
  public Evaluation journal(Path file) {
    journal = file;
    return this;
  }

  /**
   * Adds to the description of what answers, such as the SHA-256 of the model's file; a journal
   * with another description is not resumed.
   */
  public Evaluation describe(UnaryOperator<EvaluationSettings> more) {
    UnaryOperator<EvaluationSettings> before = described;
    described = settings -> more.apply(before.apply(settings));
    return this;
  }

  /** Follows the evaluation. */
  public Evaluation observer(EvaluationObserver listener) {
    observer = listener;
    return this;
  }

  /** Is asked before each picture; true ends the run after those in flight. */
  public Evaluation stopWhen(BooleanSupplier asked) {
    stopped = asked;
    return this;
  }

  /**
   * Checks the labels of a folder's pictures, then evaluates them.
   *
   * @throws io.github.bpu4j.evaluation.data.LabelException if a picture has no label, or a label
   *     means no class or several; no picture has been opened then
   * @throws JournalMismatchException if the journal belongs to another evaluation
   * @throws IOException if folder, labels or journal cannot be read or written; unreadable pictures
   *     are counted instead
   * @throws io.github.bpu4j.api.error.ClassifierException if the runtime fails for several pictures
   *     in a row; the journal can be resumed
   */
  public EvaluationResult run(Path folder) throws IOException {
    GroundTruth labels = truth == null ? GroundTruth.of(folder) : truth;
    LabeledPictures pictures =
        new LabeledPictures(folder, labels, ClassNames.of(classifier.labels()));
    DataSummary data = pictures.check();
    EvaluationRun run =
        new EvaluationRun(
            described.apply(EvaluationSettings.of(classifier)),
            data,
            selection,
            Math.min(depth, classifier.labels().size()));
    observer.checked(run);
    try (LabeledPictures.Walk walk = pictures.walk(selection, data.pictures())) {
      if (journal == null) {
        return new Outcomes(run, null, observer).evaluate(classifier, walk, stopped);
      }
      try (Journal opened = new Journal(journal, run)) {
        return new Outcomes(run, opened, observer).evaluate(classifier, walk, stopped);
      }
    }
  }
}
