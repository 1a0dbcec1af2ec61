// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The chunks of a WebP, which must end inside the file, and of an animation the first frame.
 *
 * <p>A frame is unwrapped: its chunks make a still picture of their own, for a library that decodes
 * no animations.
 */
final class WebpFile {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int FEATURES_BYTES = 10;
  private static final byte HAS_ALPHA = 0x10;
  private static final byte HAS_EXIF = 0x08;
  private static final int RIFF = 0x46464952;
  private static final int WEBP = 0x50424557;
  private static final int FEATURES = 0x58385056;
  private static final int FRAME = 0x464D4E41;
  private static final int ALPHA = 0x48504C41;
  private static final int LOSSY = 0x20385056;
  private static final int LOSSLESS = 0x4C385056;
  private static final int EXIF = 0x46495845;

  private final ByteBuffer file;
  private int exifAt;
  private int exifLength;
  private int featuresAt;
  private int pictures;
  private int alphas;
  private int frameAt;
  private int frameLength;
  private boolean isLossless;

  private WebpFile(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where a frame lies on its canvas. */
  record Placement(int left, int top, int width, int height, int canvasWidth, int canvasHeight) {}

  static WebpFile read(byte[] bytes) throws ImageDecodeException {
    WebpFile webp = new WebpFile(bytes);
    webp.checkChunks();
    return webp;
  }

  private void checkChunks() throws ImageDecodeException {
    long end = RIFF_HEADER_BYTES - 4 + Integer.toUnsignedLong(file.getInt(4));
    if (end > file.limit()) {
      throw new ImageDecodeException(
          "damaged WebP: its header declares %d bytes, got %d; fetch the file again"
              .formatted(end, file.limit()));
    }
    long at = RIFF_HEADER_BYTES;
    while (at + CHUNK_HEADER_BYTES <= end) {
      long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
      long content = at + CHUNK_HEADER_BYTES;
      if (content + length > end) {
        throw new ImageDecodeException(
            "damaged WebP: the chunk at byte %d exceeds the file".formatted(at));
      }
      note(file.getInt((int) at), (int) content, (int) length);
      at = content + length + (length & 1);
    }
    if (pictures > 1 || alphas > 1 || (pictures > 0 && isAnimation())) {
      throw new ImageDecodeException(
          "damaged WebP: its picture, alpha or features (VP8X) are there more than once");
    }
  }

  private void note(int type, int content, int length) {
    if (type == LOSSLESS || type == LOSSY) {
      isLossless = type == LOSSLESS;
      pictures++;
    } else if (type == EXIF && exifAt == 0 && hasExif()) {
      exifAt = content;
      exifLength = length;
    } else if (type == ALPHA) {
      alphas++;
    } else if (type == FEATURES && length >= FEATURES_BYTES) {
      pictures += featuresAt == 0 ? 0 : 1;
      featuresAt = content;
    } else if (type == FRAME && length >= FRAME_HEADER_BYTES && frameAt == 0) {
      frameAt = content;
      frameLength = length;
      isLossless = hasLossless(content + FRAME_HEADER_BYTES, content + length);
    }
  }

  /** Whether the features, which must come first, name an EXIF block. */
  private boolean hasExif() {
    int flags = RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES;
    return featuresAt == flags && (file.get(flags) & HAS_EXIF) != 0;
  }

  private boolean hasLossless(int from, int end) {
    for (int at = from; at + CHUNK_HEADER_BYTES <= end; ) {
      if (file.getInt(at) == LOSSLESS) {
        return true;
      }
      long next = at + CHUNK_HEADER_BYTES + Integer.toUnsignedLong(file.getInt(at + 4));
      at = (int) Math.min(next + (next & 1), end);
    }
    return false;
  }

  boolean isLossless() {
    return isLossless;
  }

  /** Returns the EXIF block, empty if there is none. */
  byte[] exif() {
    byte[] exif = new byte[exifLength];
    file.get(exifAt, exif);
    return exif;
  }

  boolean isAnimation() {
    return frameAt > 0;
  }

  /** Returns where the first frame of an animation lies. */
  Placement placement() throws ImageDecodeException {
    if (featuresAt == 0) {
      throw new ImageDecodeException("damaged WebP: an animation without a canvas (VP8X)");
    }
    return new Placement(
        2 * uint24(frameAt),
        2 * uint24(frameAt + 3),
        uint24(frameAt + 6) + 1,
        uint24(frameAt + 9) + 1,
        uint24(featuresAt + 4) + 1,
        uint24(featuresAt + 7) + 1);
  }

  /** Returns the still picture: the file, or of an animation the first frame. */
  byte[] still() throws ImageDecodeException {
    if (!isAnimation()) {
      return file.array();
    }
    int from = frameAt + FRAME_HEADER_BYTES;
    int end = frameAt + frameLength;
    ByteBuffer still =
        ByteBuffer.allocate(
                RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES + FEATURES_BYTES + end - from + 1)
            .order(ByteOrder.LITTLE_ENDIAN);
    still.putInt(RIFF).putInt(0).putInt(WEBP);
    boolean hasAlpha = end - from >= CHUNK_HEADER_BYTES && file.getInt(from) == ALPHA;
    if (hasAlpha) {
      still.putInt(FEATURES).putInt(FEATURES_BYTES).put(HAS_ALPHA).put(new byte[3]);
      still.put(file.array(), frameAt + 6, 6);
    }
    copyChunks(from, end, still);
    still.putInt(4, still.position() - CHUNK_HEADER_BYTES);
    byte[] bytes = new byte[still.position()];
    still.get(0, bytes);
    return bytes;
  }

  private void copyChunks(int from, int end, ByteBuffer still) throws ImageDecodeException {
    int at = from;
    while (at + CHUNK_HEADER_BYTES <= end) {
      int type = file.getInt(at);
      int length = file.getInt(at + 4);
      if (length < 0 || length > end - at - CHUNK_HEADER_BYTES) {
        break;
      }
      int padded = Math.min(length + (length & 1), end - at - CHUNK_HEADER_BYTES);
      if (type == ALPHA || type == LOSSY || type == LOSSLESS) {
        still.put(file.array(), at, CHUNK_HEADER_BYTES + padded);
        if (type != ALPHA) {
          return;
        }
      }
      at += CHUNK_HEADER_BYTES + padded;
    }
    throw new ImageDecodeException(
        "damaged WebP: the first frame of the animation has no picture up to byte %d"
            .formatted(end));
  }

  private int uint24(int at) {
    return file.getChar(at) | ((file.get(at + 2) & 0xFF) << 16);
  }
}
