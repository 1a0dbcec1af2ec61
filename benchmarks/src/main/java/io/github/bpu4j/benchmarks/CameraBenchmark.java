// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
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

/** From a camera's NV12 frame to NV12 of 224x224: three planes are resized. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CameraBenchmark {
  @Param PictureSize size = PictureSize.PHOTO;

  private final Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
  private final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE);
  private final OpenCv openCv = new OpenCv();
  private ImageFrame heap = ImageFrame.gray(ByteBuffer.allocate(1), 1, 1, 1);
  private ImageFrame direct = heap;
  private Mat luma = new Mat();
  private Mat chroma = new Mat();

  /** Makes the frame. */
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
  @TearDown(Level.Trial)
  public void close() {
    luma.close();
    chroma.close();
    openCv.close();
  }

  /** This library, a frame on the Java heap. */
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
  @Benchmark
  public BytePointer openCv() {
    return openCv.resizePlanes(luma, chroma);
  }
}
