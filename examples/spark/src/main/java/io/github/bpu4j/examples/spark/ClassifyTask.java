// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.preprocess.DecodeLimits;
import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Classifies the pictures of one task with the classifier of its JVM.
 *
 * <p>A picture that cannot be read or decoded becomes a row with an error. If the runtime itself
 * fails, the task does, and Spark tries it again, also on another machine.
 *
 * @param folder where the pictures are
 * @param labels what they show
 * @param model file of the model; the bundled one if empty
 */
record ClassifyTask(PictureFolder folder, FolderLabels labels, String model)
    implements MapPartitionsFunction<String, Row> {
  /** One byte more than a picture may have, so that larger ones are refused as such. */
  private static final int MOST_BYTES =
      (int) Math.min(Integer.MAX_VALUE - 16, DecodeLimits.defaults().maxBytes() + 1);

  @Override
  public Iterator<Row> call(Iterator<String> paths) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return paths.hasNext();
      }

      @Override
      public Row next() {
        return classify(paths.next());
      }
    };
  }

  private Row classify(String path) {
    int truth = labels.truth(path);
    try {
      byte[] encoded = folder.read(path, MOST_BYTES);
      return PictureRows.answered(
          path, truth, SharedClassifier.of(model).classify(encoded).categories());
    } catch (IOException e) {
      return PictureRows.failed(path, truth, String.valueOf(e.getMessage()));
    }
  }
}
