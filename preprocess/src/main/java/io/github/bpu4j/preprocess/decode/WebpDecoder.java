// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/** Decodes WebP by TwelveMonkeys' reader, an optional dependency. */
final class WebpDecoder {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int EXIF = 0x46495845;

  private WebpDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    byte[] exif = checkChunks(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    Pixels pixels = BufferedImages.pixels(ImageReaders.readFirst(reader(), bytes, limits));
    return exif.length == 0 ? pixels : pixels.turn(ExifOrientation.of(exif));
  }

  private static ImageReader reader() throws ImageDecodeException {
    try {
      return new WebPImageReaderSpi().createReaderInstance(null);
    } catch (NoClassDefFoundError e) {
      throw new ImageDecodeException(
          "WebP needs com.twelvemonkeys.imageio:imageio-webp on the class path or module path;"
              + " add this artifact, or convert the picture to PNG",
          e);
    }
  }

  /** Requires chunks to end inside the file; returns the EXIF block, empty if there is none. */
  private static byte[] checkChunks(ByteBuffer file) throws ImageDecodeException {
    byte[] exif = {};
    long end = RIFF_HEADER_BYTES - 4 + Integer.toUnsignedLong(file.getInt(4));
    if (end > file.limit()) {
      throw new ImageDecodeException(
          "damaged WebP: its header declares %d bytes, got %d; fetch the file again"
              .formatted(end, file.limit()));
    }
    long at = RIFF_HEADER_BYTES;
    while (at + CHUNK_HEADER_BYTES <= end) {
      int type = file.getInt((int) at);
      long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
      long content = at + CHUNK_HEADER_BYTES;
      if (content + length > end) {
        throw new ImageDecodeException(
            "damaged WebP: the chunk at byte %d exceeds the file".formatted(at));
      }
      if (type == EXIF) {
        exif = new byte[(int) length];
        file.get((int) content, exif);
      }
      at = content + length + (length & 1);
    }
    return exif;
  }
}
