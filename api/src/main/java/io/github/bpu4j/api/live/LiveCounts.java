// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.live;

/**
 * What became of a stream's frames, all counted at the same moment.
 *
 * @param offered accepted frames
 * @param answered frames with a result
 * @param dropped frames that a newer one replaced before their inference started
 * @param failed frames with a failure
 * @since 0.1.0
 */
public record LiveCounts(long offered, long answered, long dropped, long failed) {
  /** Accepted frames that have no outcome yet; 0 after {@link LiveClassifier#close()}. */
  public long pending() {
    return offered - answered - dropped - failed;
  }
}
