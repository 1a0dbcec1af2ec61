// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One real photo in the sizes of the benchmarks, tiled by mirroring so that every size has the
 * detail of a photo.
 */
final class Photos {
  private Photos() {}

  /** Makes the photo as packed B, G, R. */
  static byte[] bgr(PictureSize size) {
    try (Mat mat = mat(size)) {
      byte[] bytes = new byte[size.width * size.height * 3];
      mat.data().get(bytes);
      return bytes;
    }
  }

  /** Makes the photo's luma and chroma as a camera's NV12 frame. */
  static byte[] nv12(PictureSize size) {
    byte[] bgr = bgr(size);
    byte[] nv12 = new byte[size.width * size.height * 3 / 2];
    OpenCv.toNv12(bgr, size.width, size.height, nv12);
    return nv12;
  }

  /** Makes the photo in OpenCV's own memory. */
  static Mat mat(PictureSize size) {
    try (Mat photo = original("chelsea.png")) {
      Mat tiled = new Mat();
      int right = Math.max(0, size.width - photo.cols());
      int below = Math.max(0, size.height - photo.rows());
      copyMakeBorder(photo, tiled, 0, below, 0, right, BORDER_REFLECT);
      return tiled;
    }
  }

  /** Reads one of the photos as it is. */
  static Mat original(String name) {
    try (InputStream in = Photos.class.getResourceAsStream("/" + name);
        BytePointer file = new BytePointer(in.readAllBytes());
        Mat encoded = new Mat(1, (int) file.limit(), CV_8UC1, file)) {
      return imdecode(encoded, IMREAD_COLOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
