// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

/**
 * Watches a download, on the thread that runs it.
 *
 * @since 0.1.0
 */
public interface DownloadListener {
  /** Is called after each piece of a few kilobytes. */
  default void progress(Transfer transfer) {}

  /** Takes a sentence for the user: the license, a wait, a new try, a recorded hash. */
  default void note(String message) {}
}
