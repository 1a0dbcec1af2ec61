// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Converts between AWT images and pixels, by their raw values.
 *
 * <p>{@code getRGB} is never used on gray or on a color space with a profile, since it would
 * convert. Of 16-bit values the high byte is taken unless another rule is given.
 */
public final class BufferedImages {
  private BufferedImages() {}

  /**
   * Returns the pixels of an image of any type, as a view where it holds plain bytes.
   *
   * @param image the image
   * @return its pixels; alpha is dropped
   */
  public static PackedPixels pixels(BufferedImage image) {
    return pixels(image, sample -> sample >> 8);
  }

  /** Returns the pixels of an image, with 16-bit values converted by this rule. */
  static PackedPixels pixels(BufferedImage image, IntUnaryOperator toByte) {
    ColorModel model = image.getColorModel();
    boolean isRaw =
        model instanceof ComponentColorModel
            && !model.isAlphaPremultiplied()
            && model.getNumColorComponents() != 2
            && model.getNumColorComponents() <= 3;
    if (isRaw) {
      ChannelOrder order =
          model.getNumColorComponents() == 1 ? ChannelOrder.GRAY : ChannelOrder.RGB;
      int type = image.getRaster().getTransferType();
      if (type == DataBuffer.TYPE_BYTE) {
        return pixels(image.getRaster(), order);
      }
      if (type == DataBuffer.TYPE_USHORT) {
        return copyOf(image.getRaster(), order, toByte);
      }
    }
    return model instanceof IndexColorModel palette
        ? copyOf(image.getRaster(), palette)
        : copyOfRgb(image);
  }

  /** Returns the pixels of a byte raster whose first bands are gray, or red, green and blue. */
  static PackedPixels pixels(Raster raster, ChannelOrder order) {
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data) {
      int[] offsets = model.getBandOffsets();
      ChannelOrder inMemory = orderOf(offsets, order);
      if (inMemory != null) {
        return view(raster, model, data, inMemory);
      }
    }
    return copyOf(raster, order, sample -> sample);
  }

  private static @Nullable ChannelOrder orderOf(int[] offsets, ChannelOrder order) {
    if (order == ChannelOrder.GRAY) {
      return order;
    }
    if (offsets[1] == offsets[0] + 1 && offsets[2] == offsets[0] + 2) {
      return ChannelOrder.RGB;
    }
    return offsets[1] == offsets[0] - 1 && offsets[2] == offsets[0] - 2 ? ChannelOrder.BGR : null;
  }

  private static PackedPixels view(
      Raster raster, PixelInterleavedSampleModel model, DataBufferByte data, ChannelOrder order) {
    int firstBand = order == ChannelOrder.BGR ? 2 : 0;
    int x = raster.getMinX() - raster.getSampleModelTranslateX();
    int y = raster.getMinY() - raster.getSampleModelTranslateY();
    Plane plane =
        new Plane(
            ByteBuffer.wrap(data.getData()),
            data.getOffset() + model.getOffset(x, y, firstBand),
            model.getPixelStride(),
            model.getScanlineStride(),
            raster.getWidth(),
            raster.getHeight());
    return new PackedPixels(plane, order);
  }

  private static PackedPixels copyOf(Raster raster, ChannelOrder order, IntUnaryOperator toByte) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int channels = order.channels();
    byte[] bytes = new byte[Math.multiplyExact(width * channels, raster.getHeight())];
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        for (int c = 0; c < channels; c++) {
          bytes[to++] = (byte) toByte.applyAsInt(row[from + c]);
        }
      }
    }
    return packed(bytes, width, raster.getHeight(), order);
  }

  private static PackedPixels copyOf(Raster raster, IndexColorModel palette) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    int width = raster.getWidth();
    byte[] bytes = new byte[Math.multiplyExact(width * 3, raster.getHeight())];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        to = put(row[x] < colors.length ? colors[row[x]] : 0, bytes, to);
      }
    }
    return packed(bytes, width, raster.getHeight(), ChannelOrder.BGR);
  }

  private static PackedPixels copyOfRgb(BufferedImage image) {
    int width = image.getWidth();
    byte[] bytes = new byte[Math.multiplyExact(width * 3, image.getHeight())];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        to = put(row[x], bytes, to);
      }
    }
    return packed(bytes, width, image.getHeight(), ChannelOrder.BGR);
  }

  private static int put(int argb, byte[] bytes, int at) {
    bytes[at] = (byte) argb;
    bytes[at + 1] = (byte) (argb >> 8);
    bytes[at + 2] = (byte) (argb >> 16);
    return at + 3;
  }

  /** Wraps rows of bytes without gaps between them. */
  static PackedPixels packed(byte[] bytes, int width, int height, ChannelOrder order) {
    int channels = order.channels();
    return new PackedPixels(
        Plane.of(
            "picture",
            ByteBuffer.wrap(bytes),
            0,
            channels,
            channels,
            width,
            height,
            width * channels),
        order);
  }

  /**
   * Copies pixels to an AWT image.
   *
   * @param pixels the pixels
   * @return a new image of {@code TYPE_3BYTE_BGR}
   */
  public static BufferedImage copyOf(PackedPixels pixels) {
    Plane plane = pixels.plane();
    ChannelOrder order = pixels.order();
    BufferedImage image =
        new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int to = 0;
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        int from = plane.index(x, y);
        bgr[to++] = plane.bytes().get(from + order.blue());
        bgr[to++] = plane.bytes().get(from + order.green());
        bgr[to++] = plane.bytes().get(from + order.red());
      }
    }
    return image;
  }
}
