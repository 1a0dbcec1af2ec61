// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** From a camera's NV12 frame to NV12 of 224x224: three planes are resized. */
public non-sealed class CameraBenchmark extends PreprocessBenchmark {
  private ImageFrame heap = ImageFrame.gray(ByteBuffer.allocate(1), 1, 1, 1);
  private ImageFrame direct = heap;
  private Mat luma = new Mat();
  private Mat chroma = new Mat();

  /** Makes the frame. */
  @Override
  @Setup(Level.Trial)
  public void open() {
    byte[] nv12 = Photos.nv12(size);
    heap = frame(ByteBuffer.wrap(nv12));
    direct = frame(ByteBuffer.allocateDirect(nv12.length).put(nv12).flip());
    luma = OpenCv.luma(nv12, size);
    chroma = OpenCv.chroma(nv12, size);
  }

  private ImageFrame frame(ByteBuffer bytes) {
    return ImageFrame.nv12(bytes, size.width, size.height, size.width, YuvRange.VIDEO);
  }

  /** Frees OpenCV's memory. */
  @Override
  @TearDown(Level.Trial)
  public void close() {
    luma.close();
    chroma.close();
    super.close();
  }

  /** This library, a frame on the Java heap. */
  @Override
  @Benchmark
  public Nv12Buffer bpu4j() {
    converter.convert(heap, target);
    return target;
  }

  /** This library, a frame in direct memory. */
  @Benchmark
  public Nv12Buffer bpu4jDirect() {
    converter.convert(direct, target);
    return target;
  }

  /** OpenCV from Java. */
  @Override
  @Benchmark
  public BytePointer openCv() {
    return openCv.resizePlanes(luma, chroma);
  }
}
