// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.decode.BufferedImages;
import io.github.bpu4j.preprocess.decode.ImageDecoder;
import io.github.bpu4j.preprocess.nv12.YuvToRgb;
import io.github.bpu4j.preprocess.pixels.CameraPlanes;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.pixels.YuvPixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A view on the pixels of a picture: decoded from a file, or in memory that the caller owns.
 *
 * <p>Buffers are not copied: pixels are read from the buffer's position on, which is not changed,
 * and must not change while the frame is in use. {@link #crop} and {@link #rotate} give views on
 * the same memory. Frames are immutable and may be shared between threads.
 *
 * <p>Files become 8 bits per channel, upright by EXIF, alpha dropped without blending except where
 * a TIFF has it unassociated, ICC profiles ignored: the bytes of OpenCV's {@code imread}. Damaged
 * files, of which {@code imread} may return a part, are refused.
 *
 * @since 0.1.0
 */
public final class ImageFrame {
  private final Pixels pixels;

  private ImageFrame(Pixels pixels) {
    this.pixels = pixels;
  }

  /**
   * Decodes a picture file within the default limits.
   *
   * @param file JPEG, PNG, BMP, GIF, PNM, TIFF or WebP
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   * @throws IOException when the file cannot be read
   */
  public static ImageFrame read(Path file) throws IOException {
    return read(file, DecodeLimits.defaults());
  }

  /**
   * Decodes a picture file.
   *
   * @param file JPEG, PNG, BMP, GIF, PNM, TIFF or WebP
   * @param limits bounds on the file
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   * @throws IOException when the file cannot be read
   */
  public static ImageFrame read(Path file, DecodeLimits limits) throws IOException {
    return new ImageFrame(ImageDecoder.decode(file, limits));
  }

  /**
   * Decodes the bytes of a picture file within the default limits.
   *
   * @param encoded the bytes of a picture file
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   */
  public static ImageFrame decode(byte[] encoded) throws ImageDecodeException {
    return decode(encoded, DecodeLimits.defaults());
  }

  /**
   * Decodes the bytes of a picture file.
   *
   * @param encoded the bytes of a picture file
   * @param limits bounds on the file
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   */
  public static ImageFrame decode(byte[] encoded, DecodeLimits limits) throws ImageDecodeException {
    return new ImageFrame(ImageDecoder.decode(encoded, limits));
  }

  /**
   * Decodes a picture from a stream within the default limits.
   *
   * @param encoded read to its end, not closed
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   * @throws IOException when the stream fails
   */
  public static ImageFrame decode(InputStream encoded) throws IOException {
    return decode(encoded, DecodeLimits.defaults());
  }

  /**
   * Decodes a picture from a stream.
   *
   * @param encoded read to its end or to the limit of bytes, not closed
   * @param limits bounds on the file
   * @return its pixels, upright
   * @throws ImageDecodeException for other formats, damage, or a limit exceeded
   * @throws IOException when the stream fails
   */
  public static ImageFrame decode(InputStream encoded, DecodeLimits limits) throws IOException {
    return new ImageFrame(ImageDecoder.decode(encoded, limits));
  }

  /**
   * Wraps an AWT image: a view of byte rasters, a copy of other types.
   *
   * <p>Viewed are {@code TYPE_3BYTE_BGR}, {@code TYPE_4BYTE_ABGR} and {@code TYPE_BYTE_GRAY}. Gray
   * and RGB values are not converted between color spaces; alpha is dropped.
   *
   * @param image an image of any type
   * @return its pixels
   */
  public static ImageFrame of(BufferedImage image) {
    return new ImageFrame(BufferedImages.pixels(image));
  }

  /**
   * Views packed R, G, B bytes.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code 3 * width} or more
   * @return a view
   */
  public static ImageFrame rgb(ByteBuffer bytes, int width, int height, int rowStride) {
    return new ImageFrame(PackedPixels.of(bytes, ChannelOrder.RGB, 3, width, height, rowStride));
  }

  /**
   * Views packed B, G, R bytes.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code 3 * width} or more
   * @return a view
   */
  public static ImageFrame bgr(ByteBuffer bytes, int width, int height, int rowStride) {
    return new ImageFrame(PackedPixels.of(bytes, ChannelOrder.BGR, 3, width, height, rowStride));
  }

  /**
   * Views packed R, G, B, A bytes; alpha is ignored.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code 4 * width} or more
   * @return a view
   */
  public static ImageFrame rgba(ByteBuffer bytes, int width, int height, int rowStride) {
    return new ImageFrame(PackedPixels.of(bytes, ChannelOrder.RGB, 4, width, height, rowStride));
  }

  /**
   * Views packed B, G, R, A bytes; alpha is ignored.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code 4 * width} or more
   * @return a view
   */
  public static ImageFrame bgra(ByteBuffer bytes, int width, int height, int rowStride) {
    return new ImageFrame(PackedPixels.of(bytes, ChannelOrder.BGR, 4, width, height, rowStride));
  }

  /**
   * Views gray bytes, 0 black and 255 white.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code width} or more
   * @return a view
   */
  public static ImageFrame gray(ByteBuffer bytes, int width, int height, int rowStride) {
    return new ImageFrame(PackedPixels.of(bytes, ChannelOrder.GRAY, 1, width, height, rowStride));
  }

  /**
   * Views a camera's NV12 frame: rows of Y, then rows of interleaved U, V at the same stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from one row to the next, {@code width} or more
   * @param range FULL or VIDEO, as the camera produces
   * @return a view
   */
  public static ImageFrame nv12(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return new ImageFrame(
        CameraPlanes.semiPlanar("NV12", bytes, width, height, rowStride, 0, range));
  }

  /**
   * Views a camera's NV21 frame: rows of Y, then rows of interleaved V, U at the same stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from one row to the next, {@code width} or more
   * @param range FULL or VIDEO, as the camera produces
   * @return a view
   */
  public static ImageFrame nv21(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return new ImageFrame(
        CameraPlanes.semiPlanar("NV21", bytes, width, height, rowStride, 1, range));
  }

  /**
   * Views a camera's I420 frame: rows of Y, then rows of U, then rows of V, both at half the
   * stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from one row of Y to the next, {@code width} or more, even
   * @param range FULL or VIDEO, as the camera produces
   * @return a view
   */
  public static ImageFrame i420(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return new ImageFrame(CameraPlanes.planar(bytes, width, height, rowStride, range));
  }

  /**
   * Views a camera's YUYV frame (YUY2, 4:2:2): rows of Y, U, Y, V for each pair of pixels.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels
   * @param rowStride bytes from one row to the next, {@code 2 * width} or more
   * @param range FULL or VIDEO, as the camera produces
   * @return a view
   */
  public static ImageFrame yuyv(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return new ImageFrame(CameraPlanes.interleaved(bytes, width, height, rowStride, range));
  }

  /** {@return the width of this view in pixels} */
  public int width() {
    return pixels.width();
  }

  /** {@return the height of this view in pixels} */
  public int height() {
    return pixels.height();
  }

  /**
   * Views a part of the picture.
   *
   * @param region in pixels of this frame, aligned to whole chroma samples in a camera frame
   * @return a view on the same memory
   * @throws IllegalArgumentException when the region exceeds the picture or splits a chroma sample
   */
  public ImageFrame crop(Region region) {
    return new ImageFrame(pixels.crop(region));
  }

  /**
   * Views the picture turned clockwise.
   *
   * @param rotation a multiple of 90 degrees
   * @return a view on the same memory
   */
  public ImageFrame rotate(Rotation rotation) {
    return new ImageFrame(pixels.turn(rotation.orientation()));
  }

  /**
   * Copies the pixels to an AWT image that may be drawn on.
   *
   * @return a new image of {@code TYPE_3BYTE_BGR}
   */
  public BufferedImage toBufferedImage() {
    return pixels instanceof YuvPixels yuv
        ? YuvToRgb.of(yuv)
        : BufferedImages.copyOf((PackedPixels) pixels);
  }

  Pixels pixels() {
    return pixels;
  }

  @Override
  public String toString() {
    return "ImageFrame[%dx%d]".formatted(width(), height());
  }
}
