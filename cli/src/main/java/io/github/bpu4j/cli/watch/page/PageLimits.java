// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.time.Duration;

/**
 * What a page spends at most on its readers.
 *
 * @param viewers pages that are open at the same time
 * @param connections accepted at the same time; more wait in the system's queue
 * @param silence how long a connection may neither send nor take a byte
 * @param lease how long a viewer counts after its last request
 * @param pictureGap least time between two pictures
 */
record PageLimits(
    int viewers, int connections, Duration silence, Duration lease, Duration pictureGap) {
  static PageLimits defaults() {
    return new PageLimits(
        32, 128, Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofMillis(62));
  }

  PageLimits withSilence(Duration other) {
    return new PageLimits(viewers, connections, other, lease, pictureGap);
  }
}
