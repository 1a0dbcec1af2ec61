// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
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

/** From JPEG bytes to NV12 of 224x224: decode, resize, convert. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EndToEndBenchmark {
  @Param PictureSize size = PictureSize.PHOTO;

  private byte[] jpeg = {};
  private final Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
  private final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE);
  private final OpenCv openCv = new OpenCv();
  private Mat encoded = new Mat();

  /** Makes the file. */
  @Setup(Level.Trial)
  public void open() {
    jpeg = Photos.jpeg(size);
    encoded = new Mat(1, jpeg.length, CV_8UC1);
    encoded.data().put(jpeg);
  }

  /** Frees OpenCV's memory. */
  @TearDown(Level.Trial)
  public void close() {
    encoded.close();
    openCv.close();
  }

  /** This library. */
  @Benchmark
  public Nv12Buffer bpu4j() throws IOException {
    converter.convert(ImageFrame.decode(jpeg), target);
    return target;
  }

  /** OpenCV from Java; like this library it gets the file as an array of bytes. */
  @Benchmark
  public BytePointer openCv() {
    encoded.data().put(jpeg);
    return openCv.decodeAndConvert(encoded);
  }
}
