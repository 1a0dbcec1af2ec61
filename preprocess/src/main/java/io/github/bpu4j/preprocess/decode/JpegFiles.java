// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.JpegDecoder;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.io.IOException;

/**
 * Decodes JPEG files by {@link JpegDecoder}, and those that it does not support by the JDK's
 * reader.
 */
public final class JpegFiles {
  private JpegFiles() {}

  /**
   * Reads a file up to its first scan, and checks its size.
   *
   * @param decoder reads it
   * @param bytes hold the file from index 0 on
   * @param length its bytes
   * @param limits bounds on the picture
   * @return its header, valid until the decoder opens another file
   * @throws ImageDecodeException when it is damaged or over the limits
   */
  public static JpegHeader open(JpegDecoder decoder, byte[] bytes, int length, DecodeLimits limits)
      throws ImageDecodeException {
    JpegHeader header = decoder.open(bytes, length);
    LimitCheck.requireSize(header.width(), header.height(), limits);
    return header;
  }

  /**
   * Returns the channels of a file that {@link JpegDecoder} supports.
   *
   * @param header of the file
   * @return gray or RGB
   */
  public static ChannelOrder order(JpegHeader header) {
    return header.components() == 1 ? ChannelOrder.GRAY : ChannelOrder.RGB;
  }

  /**
   * Decodes all pixels of the file that a decoder opened last.
   *
   * @param decoder has opened it
   * @param header of the file
   * @param bytes the whole file
   * @param limits bounds on the picture
   * @return its pixels, upright
   * @throws IOException when it cannot be decoded within the limits
   */
  public static PackedPixels decode(
      JpegDecoder decoder, JpegHeader header, byte[] bytes, DecodeLimits limits)
      throws IOException {
    Orientation orientation = header.orientation();
    PackedPixels pixels =
        header.unsupported() == null
            ? BufferedImages.packed(
                decoder.decode(limits), header.width(), header.height(), order(header))
            : JdkJpegDecoder.decode(header, bytes, limits);
    return pixels.turn(orientation);
  }

  static PackedPixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    JpegDecoder decoder = new JpegDecoder();
    return decode(decoder, open(decoder, bytes, bytes.length, limits), bytes, limits);
  }
}
