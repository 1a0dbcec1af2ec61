// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * Orders of the zoo's models; those without the figure come last, and equals by name.
 *
 * @since 0.1.0
 */
public enum ZooOrder {
  /** By name. */
  NAME(1),
  /** Fewest parameters first, which is roughly the order of the files' sizes. */
  SIZE(1),
  /** Most pictures per second with four threads first. */
  FPS(-1),
  /** Fewest milliseconds with one thread first. */
  LATENCY(1),
  /** Highest top-1 accuracy on the board first. */
  ACCURACY(-1);

  private final int sign;

  ZooOrder(int sign) {
    this.sign = sign;
  }

  /** Returns the order as a comparator. */
  public Comparator<ZooModel> comparator() {
    return Comparator.comparingDouble(this::key).thenComparing(ZooModel::name);
  }

  private double key(ZooModel model) {
    OptionalDouble figure = figure(model.figures());
    return figure.isPresent() ? sign * figure.getAsDouble() : Double.MAX_VALUE;
  }

  private OptionalDouble figure(PublishedFigures figures) {
    return switch (this) {
      case NAME -> OptionalDouble.empty();
      case SIZE -> figures.paramsM();
      case FPS -> figures.fps4Threads();
      case LATENCY -> figures.latency1ThreadMs();
      case ACCURACY -> figures.quantizedTop1();
    };
  }
}
