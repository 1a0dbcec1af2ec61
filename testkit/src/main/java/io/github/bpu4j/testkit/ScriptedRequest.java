// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.RequestState;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A request that is answered by a script. */
final class ScriptedRequest implements InferRequest {
  private final ModelInfo info;
  private final Nv12Buffer input;
  private final Function<Nv12Picture, ScriptedAnswer> script;
  private final RequestState state;
  private float[] scores = {};

  ScriptedRequest(
      ModelInfo info,
      int rowPitch,
      Function<Nv12Picture, ScriptedAnswer> script,
      CloseGuard model) {
    this.info = info;
    int bytes = rowPitch * (info.height() / 2 * 3);
    this.input =
        new Nv12Buffer(ByteBuffer.allocateDirect(bytes), info.width(), info.height(), rowPitch);
    this.script = script;
    // The JVM frees its memory.
    this.state = new RequestState(model, info.classes(), () -> {});
  }

  @Override
  public Nv12Buffer input() {
    state.checkUsable();
    return input;
  }

  @Override
  public void infer(Duration timeout) {
    state.begin(timeout);
    try {
      state.refuseInterrupted();
      scores = run(timeout);
      state.answered();
    } catch (ClassifierBusyException | IllegalArgumentException e) {
      state.refused();
      throw e;
    } finally {
      state.end();
    }
  }

  private float[] run(Duration timeout) {
    ScriptedAnswer answer = script.apply(Nv12Picture.copyOf(input));
    boolean late = answer.delay().compareTo(timeout) > 0;
    sleep(late ? timeout : answer.delay());
    if (late) {
      throw new InferenceTimeoutException(state.noAnswerWithin(timeout));
    }
    if (answer.failure().isPresent()) {
      throw answer.failure().get().get();
    }
    float[] answered = answer.scores();
    if (answered.length != info.classes()) {
      throw new IllegalArgumentException(
          "scripted " + answered.length + " scores, expected " + info.classes());
    }
    return answered;
  }

  private static void sleep(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    boolean interrupted = false;
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void readScores(float[] target) {
    state.beginReading(target);
    try {
      System.arraycopy(scores, 0, target, 0, scores.length);
    } finally {
      state.endReading();
    }
  }

  @Override
  public void close() {
    state.close();
  }
}
