// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.math.BigDecimal;
import java.time.Duration;

/** Words for amounts in messages. */
final class Text {
  private Text() {}

  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
