// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that Pillow writes in every mode and option give the pixels that OpenCV makes of them, or
 * are refused where docs/pixels.md says so.
 */
final class PictureSweepTest {
  /** Refused here, while OpenCV reads it. */
  private static final String LAB = "tiff-lab-";

  @Test
  void thereAreThousands() throws IOException {
    assertThat(PictureRow.all()).hasSizeGreaterThan(3000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppm", "bmp", "gif", "tiff", "webp", "png"})
  void asOpenCvMakesThem(String format) throws IOException {
    List<String> differing = new ArrayList<>();
    for (PictureRow row : PictureRow.all()) {
      if (row.name().startsWith(format + "-")) {
        String what = difference(row);
        if (!what.isEmpty()) {
          differing.add(row.name() + ": " + what);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  static String difference(PictureRow row) {
    try {
      ImageFrame frame = ImageFrame.decode(row.file());
      String size = frame.width() + "x" + frame.height();
      if (!size.equals(row.size())) {
        return size + " instead of " + row.size();
      }
      byte[] bgr = ((DataBufferByte) frame.toBufferedImage().getRaster().getDataBuffer()).getData();
      return PictureRow.hash(bgr).equals(row.pixels()) ? "" : "other pixels";
    } catch (ImageDecodeException e) {
      boolean isDocumented = row.name().startsWith(LAB) && e.getMessage().contains("L*a*b*");
      return row.size().equals("refused") || isDocumented ? "" : e.getMessage();
    }
  }
}
