// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.List;

/**
 * Whether a runtime can work here, and if not, why.
 *
 * <p>Unavailable is a normal state, not an error.
 *
 * @param available whether a model can be loaded
 * @param reasons why not, each with its remedy, when unavailable; remarks worth showing otherwise
 */
public record Availability(boolean available, List<String> reasons) {
  public Availability {
    reasons = List.copyOf(reasons);
    if (!available && reasons.isEmpty()) {
      throw new IllegalArgumentException("an unavailable runtime must say why: got no reasons");
    }
  }

  /** Ready to load a model; the remarks say with what, for instance a library's version. */
  public static Availability yes(String... remarks) {
    return new Availability(true, List.of(remarks));
  }

  /** Not able to load a model, for at least one reason. */
  public static Availability no(String... reasons) {
    return new Availability(false, List.of(reasons));
  }

  @Override
  public String toString() {
    String state = available ? "available" : "unavailable";
    return reasons.isEmpty() ? state : state + " (" + String.join("; ", reasons) + ")";
  }
}
