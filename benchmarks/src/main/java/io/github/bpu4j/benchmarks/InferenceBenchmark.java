// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import ai.onnxruntime.OrtException;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From an NV12 frame of 224x224 to the best class, with the bundled model.
 *
 * <p>The peer is ONNX Runtime's Java binding used in the best way: one session, one thread, direct
 * buffers, tensors created once. The difference is the cost of the classifier.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@NullUnmarked
public class InferenceBenchmark {
  private ByteBuffer nv12;
  private ImageFrame frame;
  private Classifier classifier;
  private RawOnnxRuntime raw;

  /** Loads the model twice and creates the frame. */
  @Setup(Level.Trial)
  public void open() throws OrtException {
    nv12 = Frame224.nv12();
    frame = ImageFrame.nv12(nv12, Frame224.SIDE, Frame224.SIDE, Frame224.SIDE, YuvRange.VIDEO);
    classifier = Classifier.builder().runtime("onnx").open();
    raw = new RawOnnxRuntime(Frame224.network());
    int expected = raw.best(nv12);
    int found = classifier.classify(frame).best().index();
    if (found != expected) {
      throw new IllegalStateException("peers disagree: " + found + ", expected " + expected);
    }
  }

  /** Frees both. */
  @TearDown(Level.Trial)
  public void close() throws OrtException {
    classifier.close();
    raw.close();
  }

  /** This library. */
  @Benchmark
  public ClassificationResult bpu4j() {
    return classifier.classify(frame);
  }

  /** ONNX Runtime's Java binding. */
  @Benchmark
  public int onnxRuntime() throws OrtException {
    return raw.best(nv12);
  }
}
