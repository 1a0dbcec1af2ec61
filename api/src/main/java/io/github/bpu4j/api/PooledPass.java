// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.stream.FramePass;
import io.github.bpu4j.api.stream.Smoother;
import io.github.bpu4j.preprocess.ImageFrame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A live frame's way through the pipeline, with the requests that all callers share.
 *
 * <p>Memory: it has scores of its own, so that its request is free while it waits for its turn.
 */
final class PooledPass implements FramePass {
  private final Pipeline pipeline;
  private final float[] scores;
  private final int[] heap;
  private @Nullable PooledRequest request;
  private long borrowed;
  private long filled;
  private long inferred;

  PooledPass(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.scores = new float[pipeline.info().classes()];
    this.heap = pipeline.ranking().heap();
  }

  @Override
  public boolean tryBorrow() {
    request = pipeline.requests().tryBorrow();
    return request != null;
  }

  @Override
  public void borrow() {
    request = pipeline.requests().borrow(System.nanoTime() + pipeline.timeout().toNanos());
  }

  @Override
  public void giveBack() {
    PooledRequest unused = request;
    request = null;
    if (unused != null) {
      pipeline.requests().giveBack(unused);
    }
  }

  @Override
  public void started() {
    pipeline.observer().started();
  }

  @Override
  public void infer(ImageFrame frame, Runnable converted) {
    PooledRequest used = request;
    if (used == null) {
      throw new IllegalStateException("no request is borrowed");
    }
    try {
      borrowed = System.nanoTime();
      try {
        used.convert(frame);
      } finally {
        converted.run();
      }
      filled = System.nanoTime();
      used.infer(pipeline.timeout());
      inferred = System.nanoTime();
      System.arraycopy(used.readScores(), 0, scores, 0, scores.length);
    } finally {
      giveBack();
    }
  }

  @Override
  public ClassificationResult rank(Smoother smoother, long timestampMicros, long offeredNanos) {
    long ready = System.nanoTime();
    Optional<Scores> raw = pipeline.raw(scores);
    pipeline.transform().apply(scores);
    smoother.smooth(scores, timestampMicros);
    List<Category> best = pipeline.ranking().best(scores, heap);
    long end = System.nanoTime();
    Timings timings =
        new Timings(
            0,
            borrowed - offeredNanos,
            filled - borrowed,
            inferred - filled,
            end - ready,
            end - offeredNanos);
    ClassificationResult result = pipeline.result(best, raw, timings);
    pipeline.observer().classified(result);
    return result;
  }

  @Override
  public void failed(Exception failure, long offeredNanos) {
    pipeline.observer().failed(failure, System.nanoTime() - offeredNanos);
  }

  @Override
  public void ended() {
    pipeline.observer().ended();
  }

  @Override
  public long inferredNanos() {
    return inferred;
  }
}
