// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.ExifOrientation;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Decodes WebP by libwebp, an optional dependency; of an animation the first frame, on its canvas,
 * which is black.
 *
 * <p>libwebp tells the size from the header before it takes memory for the pixels.
 */
final class WebpDecoder {
  /** What libwebp needs besides the pixels: them in the order asked for, and alpha. */
  private static final int LOSSY_BYTES_PER_PIXEL = 5;

  /** For a lossless picture, all pixels twice. */
  private static final int LOSSLESS_BYTES_PER_PIXEL = 8;

  private WebpDecoder() {}

  static Pixels decode(byte[] bytes, Allowance allowance) throws IOException {
    WebpFile file = WebpFile.read(bytes);
    PackedPixels pixels = file.isAnimation() ? firstFrame(file, allowance) : still(file, allowance);
    byte[] exif = file.exif();
    return exif.length == 0 ? pixels : pixels.turn(ExifOrientation.of(exif));
  }

  private static PackedPixels firstFrame(WebpFile file, Allowance allowance) throws IOException {
    WebpFile.Placement place = file.placement();
    int width = place.canvasWidth();
    int height = place.canvasHeight();
    allowance.requireSize(width, height);
    PackedPixels frame = still(file, allowance);
    if (frame.width() != place.width() || frame.height() != place.height()) {
      throw new ImageDecodeException(
          "damaged WebP: its first frame is %dx%d, but a place of %dx%d is kept for it"
              .formatted(frame.width(), frame.height(), place.width(), place.height()));
    }
    if (place.left() + frame.width() > width || place.top() + frame.height() > height) {
      throw new ImageDecodeException(
          "damaged WebP: its first frame of %dx%d at %d,%d exceeds the canvas of %dx%d"
              .formatted(frame.width(), frame.height(), place.left(), place.top(), width, height));
    }
    if (frame.width() == width && frame.height() == height) {
      return frame;
    }
    byte[] canvas = new byte[width * height * 3];
    for (int y = 0; y < frame.height(); y++) {
      int to = ((place.top() + y) * width + place.left()) * 3;
      frame.plane().bytes().get(frame.plane().index(0, y), canvas, to, frame.width() * 3);
    }
    return BufferedImages.packed(canvas, width, height, ChannelOrder.RGB);
  }

  private static PackedPixels still(WebpFile file, Allowance allowance) throws IOException {
    ImageReader reader = WebpLibrary.newReader();
    try (InMemoryImageInput input = new InMemoryImageInput(file.still())) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      allowance.requireSize(width, height);
      int perPixel = file.isLossless() ? LOSSLESS_BYTES_PER_PIXEL : LOSSY_BYTES_PER_PIXEL;
      allowance.requireMemory((long) perPixel * width * height, "decoding");
      return packed(reader.read(0));
    } catch (UnsatisfiedLinkError e) {
      throw WebpLibrary.notLoaded(e);
    } finally {
      reader.dispose();
    }
  }

  private static PackedPixels packed(BufferedImage image) {
    int width = image.getWidth();
    byte[] rgb = new byte[width * image.getHeight() * 3];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, width, 1, row);
      for (int argb : row) {
        rgb[to++] = (byte) (argb >> 16);
        rgb[to++] = (byte) (argb >> 8);
        rgb[to++] = (byte) argb;
      }
    }
    return BufferedImages.packed(rgb, width, image.getHeight(), ChannelOrder.RGB);
  }
}
