// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** From B, G, R in memory to NV12 of 224x224: resize, convert. */
public non-sealed class ResizeBenchmark extends PreprocessBenchmark {
  private ImageFrame frame = ImageFrame.gray(ByteBuffer.allocate(1), 1, 1, 1);
  private Mat mat = new Mat();

  /** Makes the frame. */
  @Override
  @Setup(Level.Trial)
  public void open() {
    byte[] bgr = Photos.bgr(size);
    frame = ImageFrame.bgr(ByteBuffer.wrap(bgr), size.width, size.height, 3 * size.width);
    mat = OpenCv.bgr(bgr, size);
  }

  /** Frees OpenCV's memory. */
  @Override
  @TearDown(Level.Trial)
  public void close() {
    mat.close();
    super.close();
  }

  /** This library. */
  @Override
  @Benchmark
  public Nv12Buffer bpu4j() {
    converter.convert(frame, target);
    return target;
  }

  /** OpenCV from Java. */
  @Override
  @Benchmark
  public BytePointer openCv() {
    return openCv.convert(mat);
  }
}
