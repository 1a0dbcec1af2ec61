// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Locale;
import java.util.Optional;

/**
 * Which byte values stand for black and white in a YUV picture that a model expects.
 *
 * @since 0.1.0
 */
public enum ColorRange {
  /** Y, U and V use all of 0..255, as in JPEG files; {@code regular} in the build settings. */
  FULL("regular"),
  /** Y uses 16..235, U and V 16..240, as in video; {@code bt601_video} in the build settings. */
  VIDEO("bt601_video");

  private final String setting;

  ColorRange(String setting) {
    this.setting = setting;
  }

  /** The name of the range in the vendor's build settings. */
  public String setting() {
    return setting;
  }

  static Optional<ColorRange> ofSetting(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    for (ColorRange range : values()) {
      if (range.setting.equals(wanted)) {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }
}
