// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** From JPEG bytes to NV12 of 224x224: decode, resize, convert. */
public non-sealed class EndToEndBenchmark extends PreprocessBenchmark {
  private byte[] jpeg = {};
  private Mat encoded = new Mat();

  /** Makes the file. */
  @Override
  @Setup(Level.Trial)
  public void open() {
    jpeg = Photos.jpeg(size);
    encoded = new Mat(1, jpeg.length, CV_8UC1);
    encoded.data().put(jpeg);
  }

  /** Frees OpenCV's memory. */
  @Override
  @TearDown(Level.Trial)
  public void close() {
    encoded.close();
    super.close();
  }

  /** This library. */
  @Override
  @Benchmark
  public Nv12Buffer bpu4j() throws IOException {
    converter.convert(ImageFrame.decode(jpeg), target);
    return target;
  }

  /** OpenCV from Java; like this library it gets the file as an array of bytes. */
  @Override
  @Benchmark
  public BytePointer openCv() {
    encoded.data().put(jpeg);
    return openCv.decodeAndConvert(encoded);
  }
}
