// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.nv12;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;

/** Layouts of files that hold one frame and nothing else, such as a dump of a camera's buffer. */
enum RawFormat {
  NV12(1, true),
  NV21(1, true),
  I420(1, true),
  YUYV(2, false),
  RGB(3, false),
  BGR(3, false),
  RGBA(4, false),
  BGRA(4, false),
  GRAY(1, false);

  private final int pixelBytes;
  private final boolean hasChromaBelow;

  RawFormat(int pixelBytes, boolean hasChromaBelow) {
    this.pixelBytes = pixelBytes;
    this.hasChromaBelow = hasChromaBelow;
  }

  /** Bytes from one row to the next without padding. */
  int tightPitch(int width) {
    return width * pixelBytes;
  }

  /** Bytes of a whole frame. */
  long bytes(int height, int pitch) {
    return hasChromaBelow ? (long) pitch * height * 3 / 2 : (long) pitch * height;
  }

  /** Wraps a frame in memory without copying it. */
  ImageFrame frame(ByteBuffer bytes, int width, int height, int pitch, YuvRange range) {
    return switch (this) {
      case NV12 -> ImageFrame.nv12(bytes, width, height, pitch, range);
      case NV21 -> ImageFrame.nv21(bytes, width, height, pitch, range);
      case I420 -> ImageFrame.i420(bytes, width, height, pitch, range);
      case YUYV -> ImageFrame.yuyv(bytes, width, height, pitch, range);
      case RGB -> ImageFrame.rgb(bytes, width, height, pitch);
      case BGR -> ImageFrame.bgr(bytes, width, height, pitch);
      case RGBA -> ImageFrame.rgba(bytes, width, height, pitch);
      case BGRA -> ImageFrame.bgra(bytes, width, height, pitch);
      case GRAY -> ImageFrame.gray(bytes, width, height, pitch);
    };
  }
}
