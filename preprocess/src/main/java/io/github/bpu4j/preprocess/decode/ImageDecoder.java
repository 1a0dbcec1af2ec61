// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.raster.BmpReader;
import io.github.bpu4j.preprocess.raster.GifReader;
import io.github.bpu4j.preprocess.raster.PnmReader;
import io.github.bpu4j.preprocess.tiff.TiffReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Decodes pictures to 8-bit colors or gray, upright.
 *
 * <p>The size is read from the header and checked against the limits before any pixel is decoded.
 * Every exception and error of a decoder is reported as an {@link ImageDecodeException}.
 */
public final class ImageDecoder {
  private static final String KNOWN = "JPEG, PNG, BMP, GIF, PNM (P1 to P6), TIFF or WebP";

  private ImageDecoder() {}

  /**
   * Decodes a file.
   *
   * @param file the file
   * @param limits bounds on the file
   * @return its pixels
   * @throws IOException when it cannot be read or decoded, or exceeds a limit
   */
  public static Pixels decode(Path file, DecodeLimits limits) throws IOException {
    Objects.requireNonNull(limits, "limits");
    try (InputStream in = Files.newInputStream(file)) {
      LimitCheck.requireBytes(Files.size(file), limits);
      return decode(in, limits);
    } catch (ImageDecodeException e) {
      throw new ImageDecodeException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Decodes a stream.
   *
   * @param in read to its end or one byte over the limit, not closed
   * @param limits bounds on the file
   * @return its pixels
   * @throws IOException when it cannot be read or decoded, or exceeds a limit
   */
  public static Pixels decode(InputStream in, DecodeLimits limits) throws IOException {
    return decode(read(in, limits), limits);
  }

  private static byte[] read(InputStream in, DecodeLimits limits) throws IOException {
    int most = (int) Math.min(limits.maxBytes(), Integer.MAX_VALUE - 9) + 1;
    try {
      return in.readNBytes(most);
    } catch (OutOfMemoryError e) {
      throw DecodingErrors.tooLargeForHeap("the file's bytes do", "maxBytes", e);
    }
  }

  /**
   * Decodes bytes.
   *
   * @param bytes the whole file
   * @param limits bounds on the file
   * @return its pixels
   * @throws ImageDecodeException when it cannot be decoded or exceeds a limit
   */
  public static Pixels decode(byte[] bytes, DecodeLimits limits) throws ImageDecodeException {
    ImageFormat format = format(bytes, bytes.length, limits);
    return DecodingErrors.report(format, bytes.length, () -> decode(format, bytes, limits));
  }

  /**
   * Checks the size of a file and determines its format.
   *
   * @param bytes hold the file from index 0 on
   * @param length its bytes
   * @param limits bounds on the file
   * @return its format
   * @throws ImageDecodeException when it is too large, empty or of an unknown format
   */
  public static ImageFormat format(byte[] bytes, int length, DecodeLimits limits)
      throws ImageDecodeException {
    LimitCheck.requireBytes(length, limits);
    if (length == 0) {
      throw new ImageDecodeException("the file is empty (0 bytes), expected " + KNOWN);
    }
    ImageFormat format = ImageFormat.of(bytes, length);
    if (format == null) {
      throw new ImageDecodeException(
          "unknown format: the file begins with %s, expected %s"
              .formatted(ImageFormat.beginning(bytes, length), KNOWN));
    }
    return format;
  }

  private static Pixels decode(ImageFormat format, byte[] bytes, DecodeLimits limits)
      throws IOException {
    Allowance allowance = format.allowance(limits);
    return switch (format) {
      case JPEG -> JpegFiles.decode(bytes, limits);
      case PNG -> PngDecoder.decode(bytes, limits);
      case GIF -> GifReader.read(bytes, allowance);
      case BMP -> BmpReader.read(bytes, allowance);
      case TIFF -> TiffReader.read(bytes, allowance, new TiffJpeg(limits));
      case WEBP -> WebpDecoder.decode(bytes, allowance);
      case PNM -> PnmReader.read(bytes, allowance);
    };
  }
}
