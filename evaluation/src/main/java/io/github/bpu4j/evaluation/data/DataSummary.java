// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a walk over all labeled pictures found.
 *
 * @param layout where the labels are, in words
 * @param pictures how many
 * @param classes number of classes that they show
 * @param bytes size of their files
 * @param missing pictures whose file does not exist
 * @param sha256 of path, class and size of each picture, in the order of the walk
 * @param kinds how many labels of each kind
 * @param examples the first labels, with the classes that they mean
 * @since 0.1.0
 */
public record DataSummary(
    String layout,
    long pictures,
    int classes,
    long bytes,
    long missing,
    String sha256,
    Map<LabelKind, Integer> kinds,
    List<Example> examples) {
  public DataSummary {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    examples = List.copyOf(examples);
  }

  /**
   * A label and its class.
   *
   * @param label as the data has it
   * @param index of the class
   * @since 0.1.0
   */
  public record Example(String label, int index) {}
}
