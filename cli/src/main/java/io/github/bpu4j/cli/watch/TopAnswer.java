// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;

/** Notices when the best class of a stream becomes another one. */
final class TopAnswer {
  private static final int NOTHING_YET = -2;
  private static final int NO_CLASS = -1;

  private int index = NOTHING_YET;

  /** Whether the best class differs from that of the last call; the first one counts. */
  boolean changes(ClassificationResult result) {
    int now = result.categories().isEmpty() ? NO_CLASS : result.best().index();
    boolean changed = now != index;
    index = now;
    return changed;
  }
}
