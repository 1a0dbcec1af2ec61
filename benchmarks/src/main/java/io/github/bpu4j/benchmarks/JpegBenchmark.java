// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** JPEG files in turn, this library and OpenCV, which gets each as an array of bytes too. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public abstract sealed class JpegBenchmark permits DecodeBenchmark, EndToEndBenchmark {
  @Param JpegSet files = JpegSet.PHOTO;

  private List<byte[]> encoded = List.of();
  private int next;

  /** Makes the files. */
  @Setup(Level.Trial)
  public void open() {
    encoded = files.files();
    next = 0;
  }

  /** The file whose turn it is. */
  final byte[] file() {
    byte[] file = encoded.get(next);
    next = next + 1 == encoded.size() ? 0 : next + 1;
    return file;
  }

  /** How many files take turns. */
  final int count() {
    return encoded.size();
  }

  /** Decodes in OpenCV. */
  static Mat decode(byte[] file) {
    try (Mat mat = new Mat(1, file.length, CV_8UC1)) {
      mat.data().put(file);
      return imdecode(mat, IMREAD_COLOR);
    }
  }

  /** This library. */
  public abstract Object bpu4j() throws ImageDecodeException;

  /** OpenCV from Java. */
  public abstract Object openCv();
}
