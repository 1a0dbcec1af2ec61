// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.benchmarks.table.StandIn;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
 * The cost of the Java side of an inference: the stand-in answers immediately. The peer is {@code
 * src/main/c/client.c}, which makes the same calls to the same library.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NativeCallBenchmark {
  private static final int SIDE = 224;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ClassificationModel model =
      StandIn.runtime().load(StandIn.resnet18(), LoadOptions.defaults());
  private final InferRequest request = model.createRequest();
  private final float[] scores = new float[model.info().classes()];
  private final ImageFrame frame =
      ImageFrame.nv12(
          ByteBuffer.allocateDirect(SIDE * SIDE * 3 / 2), SIDE, SIDE, SIDE, YuvRange.VIDEO);
  private final Classifier classifier =
      Classifier.builder().model(StandIn.resnet18()).runtime(StandIn.runtime()).open();

  private final LiveClassifier live =
      classifier.live(result -> answeredMicros = result.timestampMicros());

  private long offeredMicros;
  private volatile long answeredMicros;

  /** Makes the stand-in answer immediately. */
  @Setup(Level.Trial)
  public void open() {
    StandIn.timing(0, 0);
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void close() {
    live.close();
    classifier.close();
    request.close();
    model.close();
  }

  /** Inference only. */
  @Benchmark
  public void infer() {
    request.infer(TIMEOUT);
  }

  /** Inference, and reading its scores in Java. */
  @Benchmark
  public float[] inferAndReadScores() {
    request.infer(TIMEOUT);
    request.readScores(scores);
    return scores;
  }

  /** From a frame of the model's size to the best classes. */
  @Benchmark
  public ClassificationResult classifyFrame() {
    return classifier.classify(frame);
  }

  /** From the offer of the same frame to a live stream until its listener has the answer. */
  @Benchmark
  public long liveFrame() {
    live.offer(frame, ++offeredMicros, () -> {});
    while (answeredMicros < offeredMicros) {
      Thread.onSpinWait();
    }
    return answeredMicros;
  }
}
