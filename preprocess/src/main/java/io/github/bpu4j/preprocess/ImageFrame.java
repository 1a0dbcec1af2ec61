// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.decode.BufferedImages;
import io.github.bpu4j.preprocess.decode.ImageDecoder;
import io.github.bpu4j.preprocess.nv12.YuvToRgb;
import io.github.bpu4j.preprocess.pixels.CameraPlanes;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.pixels.YuvPixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A view on the pixels of a picture: decoded from a file, or in memory that the caller owns.
 *
 * <p>Buffers are not copied: their pixels start at the buffer's position, which is not changed, and
 * must stay as they are while the frame is in use. {@link #crop} and {@link #rotate} give views on
 * the same memory. Frames are immutable and may be shared between threads.
 *
 * <p>Files are decoded as OpenCV's {@code imread} does: 8 bits a channel, EXIF orientation applied,
 * alpha dropped without blending, ICC profiles ignored.
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
   * @return its picture, upright
   * @throws ImageDecodeException when it is no such picture, damaged or too large
   * @throws IOException when the file cannot be read
   */
  public static ImageFrame read(Path file) throws IOException {
    return read(file, DecodeLimits.defaults());
  }

  /**
   * Decodes a picture file.
   *
   * @param file JPEG, PNG, BMP, GIF, PNM, TIFF or WebP
   * @param limits what the file may ask for
   * @return its picture, upright
   * @throws ImageDecodeException when it is no such picture, damaged or too large
   * @throws IOException when the file cannot be read
   */
  public static ImageFrame read(Path file, DecodeLimits limits) throws IOException {
    return new ImageFrame(ImageDecoder.decode(file, limits));
  }

  /**
   * Decodes an encoded picture within the default limits.
   *
   * @param encoded the bytes of a picture file
   * @return its picture, upright
   * @throws ImageDecodeException when it is no known picture, damaged or too large
   */
  public static ImageFrame decode(byte[] encoded) throws ImageDecodeException {
    return decode(encoded, DecodeLimits.defaults());
  }

  /**
   * Decodes an encoded picture.
   *
   * @param encoded the bytes of a picture file
   * @param limits what the picture may ask for
   * @return its picture, upright
   * @throws ImageDecodeException when it is no known picture, damaged or too large
   */
  public static ImageFrame decode(byte[] encoded, DecodeLimits limits) throws ImageDecodeException {
    return new ImageFrame(ImageDecoder.decode(encoded, limits));
  }

  /**
   * Decodes a picture from a stream within the default limits.
   *
   * @param encoded read to its end, not closed
   * @return its picture, upright
   * @throws ImageDecodeException when it is no known picture, damaged or too large
   * @throws IOException when the stream fails
   */
  public static ImageFrame decode(InputStream encoded) throws IOException {
    return decode(encoded, DecodeLimits.defaults());
  }

  /**
   * Decodes a picture from a stream.
   *
   * @param encoded read to its end or to the limit of bytes, not closed
   * @param limits what the picture may ask for
   * @return its picture, upright
   * @throws ImageDecodeException when it is no known picture, damaged or too large
   * @throws IOException when the stream fails
   */
  public static ImageFrame decode(InputStream encoded, DecodeLimits limits) throws IOException {
    return new ImageFrame(ImageDecoder.decode(encoded, limits));
  }

  /**
   * Takes a picture of AWT, of any type.
   *
   * <p>Byte rasters ({@code TYPE_3BYTE_BGR}, {@code TYPE_4BYTE_ABGR}, {@code TYPE_BYTE_GRAY}) are
   * viewed, other types copied. Gray and RGB numbers are taken as they are, whatever the color
   * space; alpha is dropped.
   *
   * @param image the picture
   * @return a frame of it
   */
  public static ImageFrame of(BufferedImage image) {
    return new ImageFrame(BufferedImages.pixels(image));
  }

  /**
   * Looks at packed R, G, B bytes.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code 3 * width} or more
   * @return a view
   */
  public static ImageFrame rgb(ByteBuffer bytes, int width, int height, int rowStride) {
    return packed("RGB", bytes, 3, ChannelOrder.RGB, width, height, rowStride);
  }

  /**
   * Looks at packed B, G, R bytes.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code 3 * width} or more
   * @return a view
   */
  public static ImageFrame bgr(ByteBuffer bytes, int width, int height, int rowStride) {
    return packed("BGR", bytes, 3, ChannelOrder.BGR, width, height, rowStride);
  }

  /**
   * Looks at packed R, G, B, A bytes; alpha is ignored.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code 4 * width} or more
   * @return a view
   */
  public static ImageFrame rgba(ByteBuffer bytes, int width, int height, int rowStride) {
    return packed("RGBA", bytes, 4, ChannelOrder.RGB, width, height, rowStride);
  }

  /**
   * Looks at packed B, G, R, A bytes; alpha is ignored.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code 4 * width} or more
   * @return a view
   */
  public static ImageFrame bgra(ByteBuffer bytes, int width, int height, int rowStride) {
    return packed("BGRA", bytes, 4, ChannelOrder.BGR, width, height, rowStride);
  }

  /**
   * Looks at gray bytes, 0 black and 255 white.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code width} or more
   * @return a view
   */
  public static ImageFrame gray(ByteBuffer bytes, int width, int height, int rowStride) {
    return packed("gray", bytes, 1, ChannelOrder.GRAY, width, height, rowStride);
  }

  private static ImageFrame packed(
      String what,
      ByteBuffer bytes,
      int pixelBytes,
      ChannelOrder order,
      int width,
      int height,
      int rowStride) {
    Plane plane =
        Plane.of(what, bytes.slice(), 0, pixelBytes, pixelBytes, width, height, rowStride);
    return new ImageFrame(new PackedPixels(plane, order));
  }

  /**
   * Looks at a camera's NV12 frame: rows of Y, then rows of interleaved U, V at the same stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from a row to the next, {@code width} or more
   * @param range which numbers the camera uses for black and white: FULL or VIDEO
   * @return a view
   */
  public static ImageFrame nv12(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return camera(CameraPlanes.semiPlanar("NV12", bytes, width, height, rowStride, 0, range));
  }

  /**
   * Looks at a camera's NV21 frame: rows of Y, then rows of interleaved V, U at the same stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from a row to the next, {@code width} or more
   * @param range which numbers the camera uses for black and white: FULL or VIDEO
   * @return a view
   */
  public static ImageFrame nv21(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return camera(CameraPlanes.semiPlanar("NV21", bytes, width, height, rowStride, 1, range));
  }

  /**
   * Looks at a camera's I420 frame: rows of Y, then rows of U, then rows of V, both at half the
   * stride.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from a row of Y to the next, {@code width} or more, even
   * @param range which numbers the camera uses for black and white: FULL or VIDEO
   * @return a view
   */
  public static ImageFrame i420(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return camera(CameraPlanes.planar(bytes, width, height, rowStride, range));
  }

  /**
   * Looks at a camera's YUYV frame (YUY2, 4:2:2): rows of Y, U, Y, V for every two pixels.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels
   * @param rowStride bytes from a row to the next, {@code 2 * width} or more
   * @param range which numbers the camera uses for black and white: FULL or VIDEO
   * @return a view
   */
  public static ImageFrame yuyv(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    return camera(CameraPlanes.interleaved(bytes, width, height, rowStride, range));
  }

  private static ImageFrame camera(YuvPixels pixels) {
    pixels.range().requireResolved("a camera frame");
    return new ImageFrame(pixels);
  }

  /**
   * The width of the picture as it is looked at.
   *
   * @return columns
   */
  public int width() {
    return pixels.width();
  }

  /**
   * The height of the picture as it is looked at.
   *
   * @return rows
   */
  public int height() {
    return pixels.height();
  }

  /**
   * Looks at a part of the picture.
   *
   * @param region in pixels of this frame; on a camera frame it must not cut chroma samples in two
   * @return a view on the same memory
   * @throws IllegalArgumentException when the region reaches out of the picture
   */
  public ImageFrame crop(Region region) {
    return new ImageFrame(pixels.crop(region));
  }

  /**
   * Looks at the picture turned by quarters.
   *
   * @param rotation how far, clockwise
   * @return a view on the same memory
   */
  public ImageFrame rotate(Rotation rotation) {
    Objects.requireNonNull(rotation, "rotation");
    return new ImageFrame(
        pixels.turn(
            switch (rotation) {
              case NONE -> Orientation.UPRIGHT;
              case CLOCKWISE_90 -> Orientation.CLOCKWISE_90;
              case CLOCKWISE_180 -> Orientation.UPSIDE_DOWN;
              case CLOCKWISE_270 -> Orientation.CLOCKWISE_270;
            }));
  }

  /**
   * Copies the picture for drawing on it or showing it.
   *
   * @return a new picture of {@code TYPE_3BYTE_BGR}
   */
  public BufferedImage toBufferedImage() {
    if (pixels instanceof YuvPixels yuv) {
      return YuvToRgb.of(yuv);
    }
    return BufferedImages.copyOf((PackedPixels) pixels);
  }

  Pixels pixels() {
    return pixels;
  }

  @Override
  public String toString() {
    return "ImageFrame[%dx%d]".formatted(width(), height());
  }
}
