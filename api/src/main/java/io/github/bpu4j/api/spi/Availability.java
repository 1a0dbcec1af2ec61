// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.List;

/**
 * Whether a runtime works on this machine, and if not, why.
 *
 * <p>Being unavailable is a normal state, not an error.
 *
 * @param available whether models can be loaded
 * @param reasons if unavailable, the reasons with remedies; otherwise remarks
 * @since 0.1.0
 */
public record Availability(boolean available, List<String> reasons) {
  public Availability {
    reasons = List.copyOf(reasons);
    if (!available && reasons.isEmpty()) {
      throw new IllegalArgumentException("an unavailable runtime must say why: got no reasons");
    }
  }

  /** Creates a positive answer; the remarks say with what, for example a library's version. */
  public static Availability yes(String... remarks) {
    return new Availability(true, List.of(remarks));
  }

  /** Creates a negative answer with at least one reason. */
  public static Availability no(String... reasons) {
    return new Availability(false, List.of(reasons));
  }

  @Override
  public String toString() {
    String state = available ? "available" : "unavailable";
    return reasons.isEmpty() ? state : state + " (" + String.join("; ", reasons) + ")";
  }
}
