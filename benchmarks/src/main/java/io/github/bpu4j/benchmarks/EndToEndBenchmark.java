// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

/** From JPEG bytes to NV12 of 224x224: decode, resize, convert. */
public non-sealed class EndToEndBenchmark extends JpegBenchmark {
  private final Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
  private final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE);
  private final OpenCv openCv = new OpenCv();

  /** Frees OpenCV's memory. */
  @TearDown(Level.Trial)
  public void close() {
    openCv.close();
  }

  @Override
  @Benchmark
  public Nv12Buffer bpu4j() throws ImageDecodeException {
    converter.convert(file(), DecodeLimits.defaults(), target);
    return target;
  }

  @Override
  @Benchmark
  public BytePointer openCv() {
    try (Mat picture = decode(file())) {
      return openCv.convert(picture);
    }
  }
}
