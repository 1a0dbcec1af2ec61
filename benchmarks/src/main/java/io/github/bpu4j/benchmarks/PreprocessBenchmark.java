// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Converts a picture to NV12 of 224x224 like the vendor's sample, compared with OpenCV. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public abstract sealed class PreprocessBenchmark permits CameraBenchmark, ResizeBenchmark {
  @Param PictureSize size = PictureSize.PHOTO;

  final Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
  final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE);
  final OpenCv openCv = new OpenCv();

  /** Makes the picture, for both. */
  public abstract void open();

  /** Frees OpenCV's memory. */
  public void close() {
    openCv.close();
  }

  /** This library. */
  public abstract Nv12Buffer bpu4j() throws IOException;

  /** OpenCV from Java. */
  public abstract BytePointer openCv();
}
