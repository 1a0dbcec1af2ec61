// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the first page of a TIFF or BigTIFF of unsigned samples: gray, palette, RGB, CMYK and
 * YCbCr, in strips or tiles.
 *
 * <p>An embedded ICC profile is not applied, extra samples are dropped, except that RGB is
 * multiplied by an unassociated alpha, as libtiff does for OpenCV.
 */
public final class TiffReader {
  private final Chunks chunks;
  private final TiffLayout layout;
  private final PixelRows rows;
  private final byte[] rgb;

  private TiffReader(byte[] file, TiffDirectory directory, TiffLayout layout, JpegStrips jpeg)
      throws ImageDecodeException {
    this.layout = layout;
    chunks = new Chunks(file, directory, layout, jpeg);
    rows = new PixelRows(directory, layout);
    rgb = new byte[layout.width() * layout.height() * 3];
  }

  /**
   * Reads a file that begins with one of the four signatures of TIFF.
   *
   * @param jpeg decodes strips that are JPEG files
   * @throws IOException when it is damaged, exceeds a limit or is of a kind that is not read
   */
  public static PackedPixels read(byte[] file, Allowance allowance, JpegStrips jpeg)
      throws IOException {
    TiffDirectory directory = TiffDirectory.read(file, allowance);
    TiffLayout layout = TiffLayout.of(directory, allowance);
    TiffReader reader = new TiffReader(file, directory, layout, jpeg);
    reader.readAll();
    return PackedPixels.of(
            ByteBuffer.wrap(reader.rgb),
            ChannelOrder.RGB,
            3,
            layout.width(),
            layout.height(),
            layout.width() * 3)
        .turn(Orientation.ofExif((int) directory.value(TiffTag.ORIENTATION, 1L)));
  }

  private void readAll() throws IOException {
    for (int down = 0; down < layout.chunksDown(); down++) {
      for (int across = 0; across < layout.chunksAcross(); across++) {
        readChunk(across, down);
      }
    }
  }

  private void readChunk(int across, int down) throws IOException {
    int left = across * layout.chunkWidth();
    int top = down * layout.chunkHeight();
    int visible = Math.min(layout.chunkHeight(), layout.height() - top);
    int stored = layout.isTiled() ? layout.chunkHeight() : visible;
    boolean isLast = down == layout.chunksDown() - 1;
    int index = down * layout.chunksAcross() + across;
    byte[] chunk =
        layout.isSeparate()
            ? together(index, stored, isLast)
            : chunks.unpack(index, stored, isLast);
    int count = Math.min(layout.chunkWidth(), layout.width() - left);
    for (int y = 0; y < visible; y++) {
      rows.convert(chunk, y, count, rgb, ((top + y) * layout.width() + left) * 3);
    }
  }

  /** Puts the samples of each pixel, which have chunks of their own, beside each other. */
  private byte[] together(int index, int stored, boolean isLast) throws IOException {
    int sampleBytes = layout.bits() / 8;
    int samples = layout.samples();
    int perPlane = layout.chunksAcross() * layout.chunksDown();
    byte[] pixels = new byte[(int) layout.chunkBytes(stored) * samples];
    for (int plane = 0; plane < samples; plane++) {
      byte[] chunk = chunks.unpack(plane * perPlane + index, stored, isLast);
      for (int i = 0; i < chunk.length; i++) {
        int pixel = i / sampleBytes;
        pixels[(pixel * samples + plane) * sampleBytes + i % sampleBytes] = chunk[i];
      }
    }
    return pixels;
  }
}
