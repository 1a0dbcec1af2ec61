// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decodes the first frame of a GIF on its screen, by the JDK's reader.
 *
 * <p>The screen around a smaller frame is black. Transparent pixels have their palette's color,
 * since alpha is dropped in every format.
 */
final class GifDecoder {
  private static final int HEADER_BYTES = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;

  private GifDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    if (bytes.length < HEADER_BYTES) {
      throw new ImageDecodeException("damaged GIF: it ends in its header");
    }
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int width = file.getChar(6);
    int height = file.getChar(8);
    LimitCheck.requireSize(width, height, limits);
    int frame = findFrame(file);
    int left = file.getChar(frame + 1);
    int top = file.getChar(frame + 3);
    int frameWidth = file.getChar(frame + 5);
    int frameHeight = file.getChar(frame + 7);
    if (left + frameWidth > width || top + frameHeight > height) {
      throw new ImageDecodeException(
          "damaged GIF: its first frame of %dx%d at %d,%d exceeds the screen of %dx%d"
              .formatted(frameWidth, frameHeight, left, top, width, height));
    }
    PackedPixels pixels =
        BufferedImages.pixels(ImageReaders.readFirst(ImageReaders.ofJdk("gif"), bytes, limits));
    return frameWidth == width && frameHeight == height
        ? pixels
        : onScreen(pixels, left, top, width, height);
  }

  /** Locates the first frame's descriptor, and requires its data to end inside the file. */
  private static int findFrame(ByteBuffer file) throws ImageDecodeException {
    int at = HEADER_BYTES + paletteBytes(file.get(10));
    while (at + 10 < file.limit()) {
      int block = file.get(at) & 0xFF;
      if (block == IMAGE) {
        skipSubBlocks(file, at + 10 + paletteBytes(file.get(at + 9)) + 1);
        return at;
      }
      if (block != EXTENSION) {
        break;
      }
      at = skipSubBlocks(file, at + 2);
    }
    throw new ImageDecodeException(
        "damaged GIF: no frame found up to byte %d of %d".formatted(at, file.limit()));
  }

  private static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int skipSubBlocks(ByteBuffer file, int from) throws ImageDecodeException {
    int at = from;
    while (at < file.limit()) {
      int length = file.get(at) & 0xFF;
      at += 1 + length;
      if (length == 0) {
        return at;
      }
    }
    throw new ImageDecodeException(
        "damaged GIF: it ends at byte %d, inside its first frame; fetch the file again"
            .formatted(file.limit()));
  }

  private static PackedPixels onScreen(
      PackedPixels frame, int left, int top, int width, int height) {
    byte[] screen = new byte[Math.multiplyExact(width * 3, height)];
    int rowBytes = frame.width() * 3;
    for (int y = 0; y < frame.height(); y++) {
      frame
          .plane()
          .bytes()
          .get(frame.plane().index(0, y), screen, ((top + y) * width + left) * 3, rowBytes);
    }
    return BufferedImages.packed(screen, width, height, ChannelOrder.BGR);
  }
}
