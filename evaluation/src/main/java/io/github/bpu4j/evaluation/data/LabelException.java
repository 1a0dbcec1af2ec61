// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

/**
 * A label that names no class of the model, or several.
 *
 * @since 0.1.0
 */
public final class LabelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  LabelException(String message) {
    super(message);
  }
}
