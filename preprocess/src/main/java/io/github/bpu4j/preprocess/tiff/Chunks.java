// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks strips and tiles, each to exactly the bytes that the layout promises. */
final class Chunks {
  private static final int HEADER_BYTES = 8;

  /** Writers may store equal tiles once. */
  private static final long OVERLAP = 16;

  private final byte[] file;
  private final TiffDirectory directory;
  private final TiffLayout layout;
  private final JpegStrips jpeg;
  private final int offsets;
  private final int lengths;

  Chunks(byte[] file, TiffDirectory directory, TiffLayout layout, JpegStrips jpeg)
      throws ImageDecodeException {
    this.file = file;
    this.directory = directory;
    this.layout = layout;
    this.jpeg = jpeg;
    offsets = layout.isTiled() ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
    lengths = layout.isTiled() ? TiffTag.TILE_BYTES : TiffTag.STRIP_BYTES;
    long expected =
        (long) layout.chunksAcross()
            * layout.chunksDown()
            * (layout.isSeparate() ? layout.samples() : 1);
    long got = directory.count(offsets);
    boolean isEndKnown =
        directory.count(lengths) >= expected
            || (expected == 1 && layout.compression() == Compression.NONE);
    boolean areLists = directory.isList(offsets) && directory.isList(lengths);
    if (got < expected || !isEndKnown || !areLists) {
      throw new ImageDecodeException(
          "damaged TIFF: %d strips or tiles with %d lengths, expected %d"
              .formatted(got, directory.count(lengths), expected));
    }
    requireBytes(expected);
  }

  /** Bounds the time: strips that overlap would let a small file hold any number of bytes. */
  private void requireBytes(long chunks) throws ImageDecodeException {
    long total = 0;
    long most = OVERLAP * file.length;
    for (int i = 0; i < chunks && total <= most; i++) {
      total += length(i);
    }
    if (total < 0 || total > most) {
      throw new ImageDecodeException(
          "damaged TIFF: its %d strips or tiles overlap, a file of %d bytes does not hold them"
              .formatted(chunks, file.length));
    }
  }

  /** Returns how many bytes a chunk has; a single one without a length goes on to the end. */
  private long length(int index) {
    return index < directory.count(lengths)
        ? directory.value(lengths, index)
        : Math.min(
            file.length - directory.value(offsets, index), layout.chunkBytes(layout.chunkHeight()));
  }

  /** Unpacks chunk number {@code index}, of so many rows. */
  byte[] unpack(int index, int rows, boolean isLast) throws IOException {
    int length = (int) layout.chunkBytes(rows);
    byte[] packed = packed(index);
    byte[] bytes =
        switch (layout.compression()) {
          case NONE -> stored(packed, length);
          case HUFFMAN -> FaxCodes.huffman(packed, layout.chunkWidth(), rows);
          case GROUP3 ->
              FaxCodes.group3(
                  packed,
                  layout.chunkWidth(),
                  rows,
                  (directory.value(TiffTag.T4_OPTIONS, 0L) & 1) == 1);
          case GROUP4 -> FaxCodes.group4(packed, layout.chunkWidth(), rows);
          case LZW -> predicted(TiffLzw.unpack(packed, length), rows);
          case DEFLATE -> predicted(inflated(packed, length), rows);
          case PACK_BITS -> PackBits.unpack(packed, length);
          case JPEG ->
              jpeg.decode(packed, directory.bytes(TiffTag.JPEG_TABLES), shape(rows, isLast));
        };
    if (bytes.length != length) {
      throw new ImageDecodeException(
          "damaged TIFF: a strip of %d bytes, expected %d".formatted(bytes.length, length));
    }
    return bytes;
  }

  private JpegStrips.Shape shape(int rows, boolean isLast) {
    boolean isYcbcr = layout.photometric() == Photometric.YCBCR && !layout.isSeparate();
    return new JpegStrips.Shape(
        layout.chunkWidth(), rows, isLast && !layout.isTiled(), layout.chunkSamples(), isYcbcr);
  }

  private byte[] packed(int index) throws ImageDecodeException {
    long from = directory.value(offsets, index);
    long length = length(index);
    if (from < HEADER_BYTES || length < 1 || from > file.length - length) {
      throw new ImageDecodeException(
          "damaged TIFF: strip %d of %d bytes at byte %d exceeds the file of %d; fetch it again"
              .formatted(index, length, from, file.length));
    }
    byte[] packed = Arrays.copyOfRange(file, (int) from, (int) (from + length));
    if (directory.value(TiffTag.FILL_ORDER, 1L) == 2 && layout.compression() != Compression.JPEG) {
      for (int i = 0; i < packed.length; i++) {
        packed[i] = (byte) (Integer.reverse(packed[i]) >>> 24);
      }
    }
    return packed;
  }

  /** Writers may store the last strip as high as the others, and pad to 2 or 4 bytes. */
  private byte[] stored(byte[] packed, int length) throws ImageDecodeException {
    boolean isWhole = packed.length == layout.chunkBytes(layout.chunkHeight());
    boolean isPadded = packed.length == ((length + 1) & ~1) || packed.length == ((length + 3) & ~3);
    if (packed.length < length || (packed.length > length && !isPadded && !isWhole)) {
      throw new ImageDecodeException(
          "damaged TIFF: a strip of %d bytes, expected %d; fetch the file again"
              .formatted(packed.length, length));
    }
    return packed.length == length ? packed : Arrays.copyOf(packed, length);
  }

  private static byte[] inflated(byte[] packed, int length) throws ImageDecodeException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int count = 0;
      int more = 1;
      while (count < length && more > 0) {
        more = inflater.inflate(bytes, count, length - count);
        count += more;
      }
      int over = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
      if (count < length || over > 0 || !inflater.finished()) {
        throw new ImageDecodeException(
            "damaged TIFF: a Deflate strip gives %s, expected %d bytes; fetch the file again"
                .formatted(over > 0 ? "more" : count + " bytes without its end", length));
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new ImageDecodeException(
          "damaged TIFF: a Deflate strip is damaged (%s); fetch the file again"
              .formatted(e.getMessage()),
          e);
    } finally {
      inflater.end();
    }
  }

  /** Adds up differences between neighbors of a row, where the file stores these. */
  private byte[] predicted(byte[] bytes, int rows) throws ImageDecodeException {
    long predictor = directory.value(TiffTag.PREDICTOR, 1L);
    if (predictor == 1) {
      return bytes;
    }
    if (predictor != 2 || layout.bits() < 8 || layout.across() * layout.down() > 1) {
      throw new ImageDecodeException(
          "unsupported TIFF: predictor %d of %d bits".formatted(predictor, layout.bits()));
    }
    int rowBytes = (int) layout.rowBytes();
    for (int y = 0; y < rows; y++) {
      if (layout.bits() == 8) {
        sum8(bytes, y * rowBytes, rowBytes, layout.chunkSamples());
      } else {
        sum16(bytes, y * rowBytes, rowBytes, layout.chunkSamples() * 2);
      }
    }
    return bytes;
  }

  private static void sum8(byte[] bytes, int from, int length, int step) {
    for (int i = from + step; i < from + length; i++) {
      bytes[i] += bytes[i - step];
    }
  }

  private void sum16(byte[] bytes, int from, int length, int step) {
    int high = directory.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = from + step; i < from + length; i += 2) {
      int sum = value16(bytes, i, high) + value16(bytes, i - step, high);
      bytes[i + high] = (byte) (sum >> 8);
      bytes[i + 1 - high] = (byte) sum;
    }
  }

  private static int value16(byte[] bytes, int at, int high) {
    return ((bytes[at + high] & 0xFF) << 8) | (bytes[at + 1 - high] & 0xFF);
  }
}
