// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.JpegDecoder;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.tiff.JpegStrips;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes JPEG strips of a TIFF by making a JPEG file of each: tables first, and in place of its
 * own markers of color one that says what the TIFF says.
 */
final class TiffJpeg implements JpegStrips {
  private static final int MARKER = 0xFF;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int FIRST_APP = 0xE0;
  private static final int LAST_APP = 0xEF;

  /** JFIF: three components are Y, Cb, Cr. */
  private static final byte[] YCBCR = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /** Adobe's segment with transform 0: components are stored as they are. */
  private static final byte[] AS_STORED = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private final JpegDecoder decoder = new JpegDecoder();
  private final DecodeLimits limits;

  TiffJpeg(DecodeLimits limits) {
    this.limits = limits;
  }

  @Override
  public byte[] decode(byte[] jpeg, byte[] tables, Shape shape) throws IOException {
    byte[] file = file(jpeg, tables, shape.isYcbcr());
    return shape.samples() == 4 ? inks(file, shape) : samples(file, shape);
  }

  private byte[] samples(byte[] file, Shape shape) throws IOException {
    JpegHeader header = JpegFiles.open(decoder, file, file.length, limits);
    requireShape(header.width(), header.height(), header.components(), shape);
    PackedPixels pixels = JpegFiles.decode(decoder, header, file, limits);
    int channels = pixels.order().channels();
    byte[] samples = new byte[shape.width() * shape.rows() * channels];
    int to = 0;
    for (int y = 0; y < shape.rows(); y++) {
      for (int x = 0; x < shape.width(); x++, to += channels) {
        int at = pixels.plane().index(x, y);
        samples[to] = pixels.plane().bytes().get(at + pixels.order().red());
        if (pixels.order() != ChannelOrder.GRAY) {
          samples[to + 1] = pixels.plane().bytes().get(at + pixels.order().green());
          samples[to + 2] = pixels.plane().bytes().get(at + pixels.order().blue());
        }
      }
    }
    return samples;
  }

  /** Four components are inks; libtiff, unlike a JPEG file's readers, takes none for inverted. */
  private byte[] inks(byte[] file, Shape shape) throws IOException {
    JpegHeader header = JpegFiles.open(decoder, file, file.length, limits);
    requireShape(header.width(), header.height(), header.components(), shape);
    Raster raster = JdkJpegDecoder.samples(header, file, limits);
    int[] values = raster.getPixels(0, 0, shape.width(), shape.rows(), (int[]) null);
    byte[] samples = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = (byte) values[i];
    }
    return samples;
  }

  private static void requireShape(int width, int height, int samples, Shape shape)
      throws ImageDecodeException {
    boolean isHigh = shape.isLast() ? height >= shape.rows() : height == shape.rows();
    if (width != shape.width() || !isHigh || samples != shape.samples()) {
      throw new ImageDecodeException(
          "damaged TIFF: a JPEG of %dx%d and %d samples in a strip of %dx%d and %d"
              .formatted(width, height, samples, shape.width(), shape.rows(), shape.samples()));
    }
  }

  private static byte[] file(byte[] jpeg, byte[] tables, boolean isYcbcr)
      throws ImageDecodeException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(jpeg.length + tables.length + 32);
    file.write(MARKER);
    file.write(SOI);
    file.writeBytes(isYcbcr ? YCBCR : AS_STORED);
    copySegments(tables, file);
    int rest = copySegments(jpeg, file);
    file.write(jpeg, rest, jpeg.length - rest);
    return file.toByteArray();
  }

  /** Copies the segments before the first scan, but for those of applications. */
  private static int copySegments(byte[] jpeg, ByteArrayOutputStream file)
      throws ImageDecodeException {
    int at = 2;
    while (at + 4 <= jpeg.length) {
      int marker = jpeg[at + 1] & 0xFF;
      if ((jpeg[at] & 0xFF) != MARKER) {
        break;
      }
      if (marker == SOS || marker == EOI) {
        return at;
      }
      int length = 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
      if (length > jpeg.length - at) {
        break;
      }
      if (marker < FIRST_APP || marker > LAST_APP) {
        file.writeBytes(Arrays.copyOfRange(jpeg, at, at + length));
      }
      at += length;
    }
    if ((at + 2 <= jpeg.length && (jpeg[at + 1] & 0xFF) == EOI) || jpeg.length == 0) {
      return at;
    }
    throw new ImageDecodeException(
        "damaged TIFF: the segments of a JPEG strip end at byte %d of %d; fetch the file again"
            .formatted(at, jpeg.length));
  }
}
