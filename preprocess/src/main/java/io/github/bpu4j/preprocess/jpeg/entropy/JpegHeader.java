// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.pixels.ExifOrientation;
import io.github.bpu4j.preprocess.pixels.Orientation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG file says before its first scan: size, components, color, orientation.
 *
 * <p>The colors of three components are told as libjpeg tells them: a JFIF segment means YCbCr,
 * else an Adobe segment decides, else components named {@code R}, {@code G}, {@code B} are these.
 *
 * <p>One object serves many files; it holds what the last one said.
 */
public final class JpegHeader {
  static final int MOST_COMPONENTS = 4;
  private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int JFIF_BYTES = 14;
  private static final int ADOBE_BYTES = 12;
  private static final int NONE = -1;

  final int[] id = new int[MOST_COMPONENTS];
  final int[] across = new int[MOST_COMPONENTS];
  final int[] down = new int[MOST_COMPONENTS];
  final int[] quantizer = new int[MOST_COMPONENTS];
  private int width;
  private int height;
  private int components;
  private boolean progressive;
  private boolean jfif;
  private boolean exif;
  private int adobeTransform;
  private Orientation orientation = Orientation.UPRIGHT;
  private @Nullable String unsupported;

  JpegHeader() {
    clear();
  }

  void clear() {
    width = 0;
    height = 0;
    components = 0;
    progressive = false;
    jfif = false;
    exif = false;
    adobeTransform = NONE;
    orientation = Orientation.UPRIGHT;
    unsupported = null;
  }

  /** Returns the number of columns of pixels, as stored. */
  public int width() {
    return width;
  }

  /** Returns the number of rows of pixels, as stored. */
  public int height() {
    return height;
  }

  /**
   * Returns 1 (gray), 3 (colors) or 4 (CMYK); other numbers are possible where the file is
   * unsupported.
   */
  public int components() {
    return components;
  }

  /** Returns whether its scans refine each other. */
  public boolean isProgressive() {
    return progressive;
  }

  /** Returns the orientation of the stored pixels that an EXIF segment tells. */
  public Orientation orientation() {
    return orientation;
  }

  /**
   * Returns the color transform of the Adobe segment: 0 none, 1 YCbCr, 2 YCCK; -1 without a
   * segment.
   */
  public int adobeTransform() {
    return adobeTransform;
  }

  /** Returns the number of columns of pixels that share a chroma sample: 1 or 2; 1 for gray. */
  public int columnsPerChroma() {
    return across[0];
  }

  /** Returns the number of rows of pixels that share a chroma sample: 1 or 2; 1 for gray. */
  public int rowsPerChroma() {
    return down[0];
  }

  /** Returns the number of columns of chroma samples. */
  public int chromaWidth() {
    return divideUp(width, across[0]);
  }

  /** Returns the number of rows of chroma samples. */
  public int chromaHeight() {
    return divideUp(height, down[0]);
  }

  /** Returns the number of MCUs across. */
  public int mcusAcross() {
    return divideUp(width, 8 * across[0]);
  }

  /** Returns the number of rows of MCUs. */
  public int mcusDown() {
    return divideUp(height, 8 * down[0]);
  }

  /** Returns the number of blocks in an MCU of all components: 1, 3, 4 or 6. */
  public int blocksOfMcu() {
    return across[0] * down[0] + components - 1;
  }

  /** Returns the number of blocks of a component, padding included. */
  long blocks(int c) {
    return (long) mcusAcross() * across[c] * mcusDown() * down[c];
  }

  /** Returns the number of blocks across in a scan of this component alone. */
  int blocksAcross(int c) {
    return divideUp(divideUp(width * across[c], across[0]), 8);
  }

  /** Returns the number of rows of blocks in a scan of this component alone. */
  int blocksDown(int c) {
    return divideUp(divideUp(height * down[c], down[0]), 8);
  }

  private static int divideUp(int a, int b) {
    return (a + b - 1) / b;
  }

  /** Returns whether the three components are red, green and blue. */
  public boolean isRgb() {
    if (components != 3 || jfif) {
      return false;
    }
    return adobeTransform == NONE
        ? id[0] == 'R' && id[1] == 'G' && id[2] == 'B'
        : adobeTransform == 0;
  }

  /** Returns why this package does not decode the file, which may be intact; null if it does. */
  public @Nullable String unsupported() {
    return unsupported;
  }

  /** Reads a frame header (T.81, B.2.2). */
  void readFrame(int marker, byte[] bytes, int from, int to) throws ImageDecodeException {
    if (components != 0) {
      throw Damage.of("it has two frame headers");
    }
    if (to - from < 6 || to - from != 6 + 3 * Bytes.u8(bytes, from + 5)) {
      throw Damage.of(
          "its frame header has %d bytes, which does not fit its components".formatted(to - from));
    }
    height = Bytes.u16(bytes, from + 1);
    width = Bytes.u16(bytes, from + 3);
    components = Bytes.u8(bytes, from + 5);
    progressive = marker == Marker.SOF2;
    if (width == 0 || height == 0 || components == 0) {
      throw Damage.of(
          "its header says %dx%d pixels, %d components".formatted(width, height, components));
    }
    unsupported = unsupportedProcess(marker, Bytes.u8(bytes, from));
    if (unsupported == null) {
      readComponents(bytes, from + 6);
    }
  }

  private @Nullable String unsupportedProcess(int marker, int precision) {
    if (marker > Marker.SOF2) {
      return "coding process SOF%d (arithmetic, lossless or hierarchical)"
          .formatted(marker - Marker.SOF0);
    }
    if (precision != Byte.SIZE) {
      return precision + " bits a sample";
    }
    return components == 1 || components == 3 ? null : components + " components";
  }

  private void readComponents(byte[] bytes, int from) throws ImageDecodeException {
    for (int c = 0, at = from; c < components; c++, at += 3) {
      id[c] = Bytes.u8(bytes, at);
      across[c] = Bytes.high(bytes, at + 1);
      down[c] = Bytes.low(bytes, at + 1);
      quantizer[c] = Bytes.u8(bytes, at + 2);
      if (across[c] < 1 || across[c] > 4 || down[c] < 1 || down[c] > 4 || quantizer[c] > 3) {
        throw Damage.of(
            "component %d has sampling %dx%d (1 to 4 each) and quantization table %d (0 to 3)"
                .formatted(c, across[c], down[c], quantizer[c]));
      }
    }
    if (components == 1) {
      across[0] = 1;
      down[0] = 1;
    } else if (!isKnownSampling()) {
      unsupported =
          "sampling %dx%d, %dx%d, %dx%d"
              .formatted(across[0], down[0], across[1], down[1], across[2], down[2]);
    }
  }

  private boolean isKnownSampling() {
    return across[0] <= 2 && down[0] <= 2 && across[1] + down[1] + across[2] + down[2] == 4;
  }

  /** Reads an APPn segment for what colors and orientation depend on. */
  void readApplication(int marker, byte[] bytes, int from, int to) {
    if (marker == Marker.APP0 && begins(bytes, from, to, JFIF, JFIF_BYTES)) {
      jfif = true;
    } else if (marker == Marker.APP14 && begins(bytes, from, to, ADOBE, ADOBE_BYTES)) {
      adobeTransform = Bytes.u8(bytes, from + 11);
    } else if (marker == Marker.APP1 && !exif && begins(bytes, from, to, EXIF, EXIF.length)) {
      exif = true;
      orientation = ExifOrientation.of(bytes, from + EXIF.length, to);
    }
  }

  private static boolean begins(byte[] bytes, int from, int to, byte[] name, int least) {
    return to - from >= least
        && Arrays.equals(bytes, from, from + name.length, name, 0, name.length);
  }
}
