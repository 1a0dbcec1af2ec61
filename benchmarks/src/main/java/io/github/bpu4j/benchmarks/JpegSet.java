// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** JPEG files that a benchmark reads in turn: a file read again and again is learned by heart. */
public enum JpegSet {
  /** One of 500 x 344, quality 90, 4:2:0. */
  PHOTO,
  /** Twenty as data sets have them: 300 to 640 wide, quality 75 to 96, three of four 4:4:4. */
  PHOTOS,
  /** The same twenty, progressive. */
  PROGRESSIVE,
  /** One of 1920 x 1080, quality 90, 4:2:0. */
  HD,
  /** One of 4000 x 3000, quality 90, 4:2:0. */
  STILL;

  private static final int COUNT = 20;
  private static final String[] ORIGINALS = {"chelsea.png", "coffee.png"};

  /** As tables have it. */
  public String label() {
    return switch (this) {
      case PHOTO -> PictureSize.PHOTO.label();
      case HD -> PictureSize.HD.label();
      case STILL -> PictureSize.STILL.label();
      case PHOTOS -> "twenty photos";
      case PROGRESSIVE -> "twenty photos, progressive";
    };
  }

  List<byte[]> files() {
    return switch (this) {
      case PHOTO -> List.of(one(PictureSize.PHOTO));
      case HD -> List.of(one(PictureSize.HD));
      case STILL -> List.of(one(PictureSize.STILL));
      case PHOTOS -> varied(false);
      case PROGRESSIVE -> varied(true);
    };
  }

  private static byte[] one(PictureSize size) {
    try (Mat photo = Photos.mat(size)) {
      return encode(photo, 90, true, false);
    }
  }

  /** Crops of two photos, each of another place, scale, width and quality. */
  private static List<byte[]> varied(boolean progressive) {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      try (Mat original = Photos.original(ORIGINALS[i % 2]);
          Mat crop = new Mat(original, crop(original.cols(), original.rows(), i));
          Mat scaled = new Mat();
          Size size = size(crop, i)) {
        boolean smaller = size.width() < crop.cols();
        resize(crop, scaled, size, 0, 0, smaller ? INTER_AREA : INTER_CUBIC);
        files.add(encode(scaled, 75 + i * 11 % 22, i % 4 == 3, progressive));
      }
    }
    return files;
  }

  /** A part of 60 to 98 % of each side, whose place moves from file to file. */
  private static Rect crop(int columns, int rows, int i) {
    int width = columns * (60 + 2 * i) / 100;
    int height = rows * (98 - 2 * i) / 100;
    return new Rect((columns - width) * (i % 5) / 4, (rows - height) * (i % 3) / 2, width, height);
  }

  private static Size size(Mat crop, int i) {
    int width = 300 + i * 7 % COUNT * 340 / (COUNT - 1);
    return new Size(width, Math.max(1, width * crop.rows() / crop.cols()));
  }

  private static byte[] encode(Mat picture, int quality, boolean subsampled, boolean progressive) {
    int factor = subsampled ? IMWRITE_JPEG_SAMPLING_FACTOR_420 : IMWRITE_JPEG_SAMPLING_FACTOR_444;
    try (BytePointer encoded = new BytePointer();
        IntPointer options =
            new IntPointer(
                IMWRITE_JPEG_QUALITY,
                quality,
                IMWRITE_JPEG_SAMPLING_FACTOR,
                factor,
                IMWRITE_JPEG_PROGRESSIVE,
                progressive ? 1 : 0)) {
      imencode(".jpg", picture, encoded, options);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }
}
