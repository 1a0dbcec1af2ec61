// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A journal of another model, other settings or other data, which cannot be resumed.
 *
 * @since 0.1.0
 */
public final class JournalMismatchException extends IOException {
  private static final long serialVersionUID = 1;

  JournalMismatchException(Path journal, String difference) {
    super(
        "%s belongs to another evaluation; resume it as it was begun, or name a new file: %s"
            .formatted(journal, difference));
  }
}
