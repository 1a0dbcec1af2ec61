// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One real photo in the sizes of the benchmarks, mirrored until it fills them, so that every size
 * has the detail of a photo.
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

  /** Makes the photo as a baseline JPEG of quality 95 with 4:2:0 chroma. */
  static byte[] jpeg(PictureSize size) {
    try (Mat mat = mat(size);
        BytePointer encoded = new BytePointer()) {
      imencode(".jpg", mat, encoded);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
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

  private static Mat mat(PictureSize size) {
    try (InputStream in = Photos.class.getResourceAsStream("/chelsea.png");
        BytePointer file = new BytePointer(in.readAllBytes());
        Mat encoded = new Mat(1, (int) file.limit(), CV_8UC1, file);
        Mat photo = imdecode(encoded, IMREAD_COLOR)) {
      Mat tiled = new Mat();
      int right = Math.max(0, size.width - photo.cols());
      int below = Math.max(0, size.height - photo.rows());
      copyMakeBorder(photo, tiled, 0, below, 0, right, BORDER_REFLECT);
      return tiled;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
