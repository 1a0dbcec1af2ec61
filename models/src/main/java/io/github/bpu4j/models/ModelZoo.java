// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.spi.Spelling;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The classifiers that the vendor publishes for the RDK X5: facts from its pages, in a data file of
 * this library. Nothing here uses the network.
 *
 * <p>To choose by size, speed or accuracy, sort with {@link ZooOrder} or filter by {@link
 * ZooModel#figures()}.
 *
 * @since 0.1.0
 */
public final class ModelZoo {
  /** Where the vendor keeps the files. */
  public static final URI PUBLISHED_BASE_URL =
      URI.create("https://archive.d-robotics.cc/downloads/rdk_model_zoo/rdk_x5/");

  /** The repository of the pages that the facts are from. */
  public static final String REPOSITORY = "https://github.com/D-Robotics/rdk_model_zoo";

  private static final Map<String, ZooModel> MODELS = ZooTable.read();

  private ModelZoo() {}

  /** Returns all models, in the order of {@link ZooOrder#NAME}. */
  public static List<ZooModel> models() {
    return MODELS.values().stream().sorted(ZooOrder.NAME.comparator()).toList();
  }

  /** Returns the models of a family, upper or lower case, by name. */
  public static List<ZooModel> family(String name) {
    return models().stream().filter(model -> model.family().equalsIgnoreCase(name)).toList();
  }

  /** Returns the names of all families. */
  public static List<String> families() {
    return MODELS.values().stream()
        .map(ZooModel::family)
        .distinct()
        .sorted(Comparator.comparing(family -> family.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Returns the model with a name, upper or lower case. */
  public static Optional<ZooModel> find(String name) {
    return Optional.ofNullable(MODELS.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns the model with a name.
   *
   * @throws IllegalArgumentException if there is none; the message suggests the nearest name
   */
  public static ZooModel get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model is named '%s'%s"
                        .formatted(
                            name,
                            nearest(name)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; see ModelZoo.models()"))));
  }

  /** Returns the name that a mistyped one was probably meant to be. */
  public static Optional<String> nearest(String name) {
    return Spelling.closest(name.toLowerCase(Locale.ROOT), MODELS.keySet());
  }
}
