// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import io.github.bpu4j.api.spi.Availability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * No runtime can load the model; {@link #diagnostics()} lists the reasons.
 *
 * @since 0.1.0
 */
public final class RuntimeUnavailableException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Availability> diagnostics;

  /**
   * Creates a failure to find a runtime.
   *
   * @param message what was looked for
   * @param diagnostics the candidates by name, with their availability
   */
  public RuntimeUnavailableException(String message, Map<String, Availability> diagnostics) {
    super(message + describe(diagnostics), null, null);
    this.diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
  }

  /**
   * Returns the candidates by name with their availability, in the order in which they were tried.
   */
  public Map<String, Availability> diagnostics() {
    return diagnostics;
  }

  private static String describe(Map<String, Availability> diagnostics) {
    StringBuilder text = new StringBuilder();
    diagnostics.forEach(
        (name, answer) -> text.append("\n  ").append(name).append(": ").append(answer));
    return text.toString();
  }
}
