// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.resample.ChannelOrder;
import io.github.bpu4j.preprocess.resample.PackedPixels;
import io.github.bpu4j.preprocess.resample.Pixels;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * JPEG through the JDK's reader, which is libjpeg.
 *
 * <p>YCbCr becomes RGB there. Grey, RGB and CMYK are read as raw rasters, since ImageIO would
 * convert their colours. A warning about missing or corrupt data is an error here: ImageIO fills
 * what is missing with grey.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    JpegHeader header = JpegHeader.read(bytes, limits);
    PackedPixels pixels = read(header);
    return header.exif().length == 0 ? pixels : pixels.turn(ExifOrientation.of(header.exif()));
  }

  private static PackedPixels read(JpegHeader header) throws IOException {
    ImageReader reader = ImageReaders.ofJdk("jpeg");
    JpegDamage damage = new JpegDamage();
    reader.addIIOReadWarningListener(damage);
    try (InMemoryImageInput input = new InMemoryImageInput(header.withoutProfile())) {
      reader.setInput(input, true, true);
      PackedPixels pixels = read(reader, header);
      damage.throwIfAny();
      return pixels;
    } finally {
      reader.dispose();
    }
  }

  private static PackedPixels read(ImageReader reader, JpegHeader header) throws IOException {
    return switch (header.components()) {
      case 1 -> BufferedImages.pixels(reader.readRaster(0, null), ChannelOrder.GREY);
      case 3 ->
          header.adobeTransform() == 0
              ? BufferedImages.pixels(reader.readRaster(0, null), ChannelOrder.RGB)
              : BufferedImages.pixels(reader.read(0));
      case 4 -> CmykPixels.toRgb(reader.readRaster(0, null), header.adobeTransform() == 2);
      default ->
          throw new ImageDecodeException(
              "JPEG of %d components, expected 1 (grey), 3 (colour) or 4 (CMYK)"
                  .formatted(header.components()));
    };
  }
}
