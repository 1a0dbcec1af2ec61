// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.evaluation.data.ClassNames;
import io.github.bpu4j.evaluation.data.LabelException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * What the folders' names mean: the first folder of a picture's path is its label.
 *
 * @param indexes of classes by label
 */
record FolderLabels(Map<String, Integer> indexes) implements Serializable {
  /**
   * Finds the class of every label before any picture is classified.
   *
   * @param paths below the folder of pictures
   * @throws IllegalArgumentException if there is no picture, or one in no folder
   * @throws LabelException if a label means no class or several
   */
  static FolderLabels of(Dataset<String> paths, ClassNames names) {
    MapFunction<String, String> label = FolderLabels::label;
    List<String> labels = paths.map(label, Encoders.STRING()).distinct().collectAsList();
    if (labels.isEmpty() || labels.contains("")) {
      throw new IllegalArgumentException(
          (labels.isEmpty() ? "there is no picture" : "a picture stands in no folder of a class")
              + "; expected <label>/<picture>");
    }
    Map<String, Integer> indexes = new HashMap<>();
    labels.forEach(name -> indexes.put(name, names.find(name).index()));
    return new FolderLabels(indexes);
  }

  /** Returns the class that a picture shows. */
  int truth(String path) {
    Integer index = indexes.get(label(path));
    if (index == null) {
      throw new IllegalStateException(path + " has come after the labels were read; start again");
    }
    return index;
  }

  private static String label(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
