// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From B, G, R in memory to NV12 of 224x224: resize, convert. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResizeBenchmark {
  @Param PictureSize size = PictureSize.PHOTO;

  private final Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
  private final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE);
  private final OpenCv openCv = new OpenCv();
  private ImageFrame frame = ImageFrame.gray(ByteBuffer.allocate(1), 1, 1, 1);
  private Mat mat = new Mat();

  /** Makes the frame. */
  @Setup(Level.Trial)
  public void open() {
    byte[] bgr = Photos.bgr(size);
    frame = ImageFrame.bgr(ByteBuffer.wrap(bgr), size.width, size.height, 3 * size.width);
    mat = OpenCv.bgr(bgr, size);
  }

  /** Frees OpenCV's memory. */
  @TearDown(Level.Trial)
  public void close() {
    mat.close();
    openCv.close();
  }

  /** This library. */
  @Benchmark
  public Nv12Buffer bpu4j() {
    converter.convert(frame, target);
    return target;
  }

  /** OpenCV from Java. */
  @Benchmark
  public BytePointer openCv() {
    return openCv.convert(mat);
  }
}
