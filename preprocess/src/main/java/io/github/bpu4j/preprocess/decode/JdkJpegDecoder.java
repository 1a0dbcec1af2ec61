// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes rare kinds of JPEG by the JDK's reader, which is libjpeg: CMYK, and samplings that {@link
 * io.github.bpu4j.preprocess.jpeg.JpegDecoder} does not support.
 *
 * <p>The reader converts YCbCr to RGB. RGB and CMYK are read as raw rasters, since ImageIO would
 * convert their colors. A warning about missing or corrupt data is an error, since ImageIO fills
 * missing parts with gray.
 */
final class JdkJpegDecoder {
  private static final int[] RGB_OFFSETS = {0, 1, 2};

  private JdkJpegDecoder() {}

  private interface Reading<T> {
    T by(ImageReader reader) throws IOException;
  }

  /** Decodes a file with this header to pixels as stored. */
  static PackedPixels decode(JpegHeader header, byte[] bytes, DecodeLimits limits)
      throws IOException {
    return read(header, bytes, limits, reader -> read(reader, header));
  }

  /** Decodes a file with this header to samples, of which no color is made. */
  static Raster samples(JpegHeader header, byte[] bytes, DecodeLimits limits) throws IOException {
    return read(header, bytes, limits, reader -> reader.readRaster(0, null));
  }

  private static <T> T read(
      JpegHeader header, byte[] bytes, DecodeLimits limits, Reading<T> reading) throws IOException {
    JpegMarkers markers = new JpegMarkers(bytes);
    if (header.isProgressive()) {
      LimitCheck.requireMemory(header.width(), header.height(), header.components(), limits);
    }
    LimitCheck.requireScans(markers.scans(), limits);
    ImageReader reader = ImageReaders.ofJdk("jpeg");
    JpegWarnings damage = new JpegWarnings();
    reader.addIIOReadWarningListener(damage);
    try (InMemoryImageInput input = new InMemoryImageInput(markers.withoutProfile())) {
      reader.setInput(input, true, true);
      T pixels = reading.by(reader);
      damage.throwIfAny();
      return pixels;
    } finally {
      reader.dispose();
    }
  }

  private static PackedPixels read(ImageReader reader, JpegHeader header) throws IOException {
    return switch (header.components()) {
      case 1 -> BufferedImages.pixels(reader.readRaster(0, null), ChannelOrder.GRAY);
      case 3 ->
          header.isRgb()
              ? BufferedImages.pixels(reader.readRaster(0, null), ChannelOrder.RGB)
              : readRgb(reader, header.width(), header.height());
      case 4 -> CmykPixels.toRgb(reader.readRaster(0, null), header.adobeTransform() > 0);
      default ->
          throw new ImageDecodeException(
              "JPEG of %d components, expected 1 (gray), 3 (color) or 4 (CMYK)"
                  .formatted(header.components()));
    };
  }

  /**
   * Reads into libjpeg's order R, G, B. For its default B, G, R, ImageIO exchanges the bytes of
   * every pixel in a slow loop.
   */
  private static PackedPixels readRgb(ImageReader reader, int width, int height)
      throws IOException {
    byte[] rgb = new byte[Math.multiplyExact(width * 3, height)];
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(rgb, rgb.length), width, height, width * 3, 3, RGB_OFFSETS, null);
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(new BufferedImage(model, raster, false, null));
    reader.read(0, param);
    return BufferedImages.packed(rgb, width, height, ChannelOrder.RGB);
  }
}
