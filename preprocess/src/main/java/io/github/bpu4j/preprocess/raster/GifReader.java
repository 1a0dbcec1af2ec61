// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the first frame of a GIF on its screen, as OpenCV does: what the frame leaves uncovered, or
 * transparent, has the screen's background color, which is black without a global palette.
 *
 * <p>The blocks of all frames must be whole, but only the first frame is decoded.
 */
public final class GifReader {
  private static final int HEADER_BYTES = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int OPAQUE = -1;

  private final ByteBuffer file;
  private int transparent = OPAQUE;

  private GifReader(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads a file that begins with {@code GIF8}.
   *
   * @throws ImageDecodeException when it is damaged or exceeds a limit
   */
  public static PackedPixels read(byte[] bytes, Allowance allowance) throws ImageDecodeException {
    if (bytes.length < HEADER_BYTES) {
      throw new ImageDecodeException("damaged GIF: it ends in its header");
    }
    return new GifReader(bytes).read(allowance);
  }

  private PackedPixels read(Allowance allowance) throws ImageDecodeException {
    int width = file.getChar(6);
    int height = file.getChar(8);
    allowance.requireSize(width, height);
    int first = findFrame();
    GifFrame frame = GifFrame.at(file, first, width, height);
    requireWholeBlocks(first);
    byte[] indices = GifCodes.read(file, frame);
    byte[] screen = background(width, height);
    byte[] palette = palette(frame, first);
    frame.paint(indices, palette, transparent, screen, width);
    return PackedPixels.of(ByteBuffer.wrap(screen), ChannelOrder.RGB, 3, width, height, width * 3);
  }

  private byte[] palette(GifFrame frame, int first) throws ImageDecodeException {
    int from = frame.hasPalette() ? first + GifFrame.DESCRIPTOR_BYTES : HEADER_BYTES;
    int length = paletteBytes(file.get(frame.hasPalette() ? from - 1 : 10));
    if (length == 0) {
      throw new ImageDecodeException("unsupported GIF: its first frame has no palette");
    }
    byte[] palette = new byte[length];
    file.get(from, palette);
    return palette;
  }

  private byte[] background(int width, int height) {
    byte[] screen = new byte[width * height * 3];
    int from = HEADER_BYTES + 3 * (file.get(11) & 0xFF);
    if (from < HEADER_BYTES + paletteBytes(file.get(10))) {
      for (int i = 0; i < screen.length; i += 3) {
        file.get(from, screen, i, 3);
      }
    }
    return screen;
  }

  /** Locates the first frame's descriptor; a control block before it names the transparent one. */
  private int findFrame() throws ImageDecodeException {
    int at = HEADER_BYTES + paletteBytes(file.get(10));
    while (at + GifFrame.DESCRIPTOR_BYTES < file.limit()) {
      int block = file.get(at) & 0xFF;
      if (block == IMAGE) {
        return at;
      }
      if (block != EXTENSION) {
        break;
      }
      if ((file.get(at + 1) & 0xFF) == GRAPHIC_CONTROL && file.get(at + 2) == 4) {
        transparent = (file.get(at + 3) & 1) == 0 ? OPAQUE : file.get(at + 6) & 0xFF;
      }
      at = skipSubBlocks(at + 2);
    }
    throw new ImageDecodeException(
        "damaged GIF: no frame found up to byte %d of %d".formatted(at, file.limit()));
  }

  /** Requires every block to be whole; only the mark of the end may be missing. */
  private void requireWholeBlocks(int first) throws ImageDecodeException {
    int at = first;
    while (at < file.limit()) {
      int block = file.get(at) & 0xFF;
      if (block == TRAILER) {
        return;
      }
      if (block == EXTENSION) {
        at = skipSubBlocks(at + 2);
      } else if (block == IMAGE && at + GifFrame.DESCRIPTOR_BYTES <= file.limit()) {
        int flags = file.get(at + GifFrame.DESCRIPTOR_BYTES - 1);
        at = skipSubBlocks(at + GifFrame.DESCRIPTOR_BYTES + paletteBytes((byte) flags) + 1);
      } else {
        throw new ImageDecodeException(
            "damaged GIF: byte %d of %d is %02X, expected a block"
                .formatted(at, file.limit(), block));
      }
    }
  }

  static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private int skipSubBlocks(int from) throws ImageDecodeException {
    int at = from;
    while (at < file.limit()) {
      int length = file.get(at) & 0xFF;
      at += 1 + length;
      if (length == 0) {
        return at;
      }
    }
    throw new ImageDecodeException(
        "damaged GIF: it ends at byte %d, inside a block; fetch the file again"
            .formatted(file.limit()));
  }
}
