// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2YUV_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The vendor's preprocessing in OpenCV, on one thread: resize, BGR to I420, interleave U and V.
 *
 * <p>Memory: sources and target are allocated once outside the Java heap, so that copies do not
 * count as OpenCV's time.
 */
final class OpenCv implements AutoCloseable {
  static final int SIDE = 224;

  private final Mat resized = new Mat();
  private final Mat i420 = new Mat();
  private final Mat luma;
  private final Mat chroma;
  private final Size target = new Size(SIDE, SIDE);
  private final Size chromaTarget = new Size(SIDE / 2, SIDE / 2);
  private final BytePointer nv12 = new BytePointer(SIDE * SIDE * 3L / 2);
  private final byte[] planes = new byte[SIDE * SIDE * 3 / 2];
  private final byte[] scratch = new byte[SIDE * SIDE / 2];

  OpenCv() {
    setNumThreads(1);
    luma = new Mat(SIDE, SIDE, CV_8UC1, nv12);
    chroma = new Mat(SIDE / 2, SIDE / 2, CV_8UC2, nv12.getPointer(SIDE * (long) SIDE));
  }

  /** Makes a picture in OpenCV's own memory. */
  static Mat bgr(byte[] bytes, PictureSize size) {
    Mat mat = new Mat(size.height, size.width, CV_8UC3);
    mat.data().put(bytes);
    return mat;
  }

  /** Makes a Y plane of a frame in OpenCV's own memory. */
  static Mat luma(byte[] nv12, PictureSize size) {
    Mat mat = new Mat(size.height, size.width, CV_8UC1);
    mat.data().put(nv12, 0, size.width * size.height);
    return mat;
  }

  /** Makes the U, V plane of a frame, two channels, in OpenCV's own memory. */
  static Mat chroma(byte[] nv12, PictureSize size) {
    Mat mat = new Mat(size.height / 2, size.width / 2, CV_8UC2);
    int pixels = size.width * size.height;
    mat.data().put(nv12, pixels, pixels / 2);
    return mat;
  }

  /** Resizes and converts. */
  BytePointer convert(Mat picture) {
    resize(picture, resized, target, 0, 0, INTER_LINEAR);
    cvtColor(resized, i420, COLOR_BGR2YUV_I420);
    i420.data().get(planes);
    interleave(SIDE * SIDE);
    return nv12.put(planes);
  }

  /** Resizes a camera's planes, U and V as two channels of one picture. */
  BytePointer resizePlanes(Mat sourceLuma, Mat sourceChroma) {
    resize(sourceLuma, luma, target, 0, 0, INTER_LINEAR);
    resize(sourceChroma, chroma, chromaTarget, 0, 0, INTER_LINEAR);
    return nv12;
  }

  private void interleave(int pixels) {
    System.arraycopy(planes, pixels, scratch, 0, pixels / 2);
    for (int i = 0; i < pixels / 4; i++) {
      planes[pixels + 2 * i] = scratch[i];
      planes[pixels + 2 * i + 1] = scratch[pixels / 4 + i];
    }
  }

  /** Converts a whole picture without resizing it. */
  static void toNv12(byte[] bgr, int width, int height, byte[] nv12) {
    try (Mat source = new Mat(height, width, CV_8UC3);
        Mat target = new Mat()) {
      source.data().put(bgr);
      cvtColor(source, target, COLOR_BGR2YUV_I420);
      byte[] planes = new byte[nv12.length];
      target.data().get(planes);
      int pixels = width * height;
      System.arraycopy(planes, 0, nv12, 0, pixels);
      for (int i = 0; i < pixels / 4; i++) {
        nv12[pixels + 2 * i] = planes[pixels + i];
        nv12[pixels + 2 * i + 1] = planes[pixels + pixels / 4 + i];
      }
    }
  }

  @Override
  public void close() {
    resized.close();
    i420.close();
    luma.close();
    chroma.close();
    target.close();
    chromaTarget.close();
    nv12.close();
  }
}
