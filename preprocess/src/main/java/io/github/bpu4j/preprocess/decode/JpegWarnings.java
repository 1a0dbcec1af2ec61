// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the first warning of a JPEG reader that reports missing or wrong pixels. */
final class JpegWarnings implements IIOReadWarningListener {
  private static final Logger LOG = LoggerFactory.getLogger(JpegWarnings.class);

  /** Part of the warning about unused bytes between segments, which some cameras write. */
  private static final String HARMLESS = "extraneous bytes before marker";

  private @Nullable String first;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    LOG.debug("JPEG reader warns: {}", warning);
    boolean isDamage =
        warning.contains("orrupt") || warning.contains("remature") || warning.contains("runcated");
    if (first == null && isDamage && !warning.contains(HARMLESS)) {
      first = warning;
    }
  }

  void throwIfAny() throws ImageDecodeException {
    if (first != null) {
      throw new ImageDecodeException("damaged JPEG: " + first + "; fetch the file again");
    }
  }
}
