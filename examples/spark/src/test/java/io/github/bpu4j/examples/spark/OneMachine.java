// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import com.sun.management.OperatingSystemMXBean;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.Evaluation;
import io.github.bpu4j.evaluation.EvaluationObserver;
import io.github.bpu4j.evaluation.data.GroundTruth;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What {@link Evaluation} says of the same pictures in one JVM without Spark.
 *
 * @param pictures the answers, without display names
 * @param accuracy their figures
 * @param picturesPerCoreSecond pictures for each second of processor time, once the JVM is warm
 */
record OneMachine(
    List<EvaluatedPicture> pictures, Accuracy accuracy, double picturesPerCoreSecond) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static OneMachine classify(Path folder) throws IOException {
    try (Classifier classifier = Classifier.openDefault()) {
      Evaluation evaluation = Evaluation.of(classifier).groundTruth(GroundTruth.folders());
      evaluation.run(folder);
      List<EvaluatedPicture> pictures = Collections.synchronizedList(new ArrayList<>());
      long begin = SYSTEM.getProcessCpuTime();
      Accuracy accuracy = evaluation.observer(adder(pictures)).run(folder).accuracy();
      double seconds = (SYSTEM.getProcessCpuTime() - begin) / 1e9;
      return new OneMachine(pictures, accuracy, pictures.size() / seconds);
    }
  }

  private static EvaluationObserver adder(List<EvaluatedPicture> pictures) {
    return new EvaluationObserver() {
      @Override
      public void evaluated(EvaluatedPicture picture) {
        pictures.add(
            picture.error().isPresent()
                ? picture
                : EvaluatedPicture.answered(
                    picture.path(),
                    picture.truth(),
                    picture.categories().stream().map(OneMachine::plain).toList()));
      }
    };
  }

  private static Category plain(Category category) {
    return new Category(category.index(), category.name(), category.name(), category.score());
  }
}
