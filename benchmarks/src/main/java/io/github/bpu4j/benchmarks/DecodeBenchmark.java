// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;

/** From JPEG bytes to all pixels. */
public non-sealed class DecodeBenchmark extends JpegBenchmark {
  @Override
  @Benchmark
  public ImageFrame bpu4j() throws ImageDecodeException {
    return ImageFrame.decode(file());
  }

  @Override
  @Benchmark
  public Integer openCv() {
    try (Mat picture = decode(file())) {
      return picture.rows();
    }
  }
}
