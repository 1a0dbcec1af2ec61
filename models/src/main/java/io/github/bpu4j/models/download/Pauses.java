// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts tries that got no further, and waits longer before each new one: twice as long, and up to
 * a fifth more by chance, so that many clients do not come back at the same moment.
 */
final class Pauses {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final DownloadOptions options;
  private int failed;
  private long furthest = -1;

  Pauses(DownloadOptions options) {
    this.options = options;
  }

  /**
   * Waits before a new try.
   *
   * @param size bytes that are there now
   * @throws DownloadException the failure, if there have been enough tries
   */
  void after(DownloadException failure, long size) throws DownloadException, InterruptedException {
    if (size > furthest) {
      furthest = size;
      failed = 0;
    }
    failed++;
    if (!failure.isPassing()) {
      throw failure;
    }
    if (failed >= options.attempts()) {
      String tries = failed == 1 ? "" : "; gave up after " + failed + " tries";
      throw DownloadException.lasting(failure.getMessage() + tries, failure);
    }
    Duration pause = failure.askedWait().orElseGet(this::pause);
    options
        .listener()
        .note("%s; trying again in %s".formatted(failure.getMessage(), Text.seconds(pause)));
    Thread.sleep(pause.toMillis());
  }

  private Duration pause() {
    double doubled = (double) options.firstPause().toMillis() * Math.pow(2, failed - 1.0);
    double bounded = Math.min(doubled, (double) LONGEST.toMillis());
    return Duration.ofMillis(
        Math.round(bounded * (1 + ThreadLocalRandom.current().nextDouble() / 5)));
  }
}
