// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.UsageGate;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One picture in flight through a script. */
final class ScriptedRequest implements InferRequest {
  private final ModelInfo info;
  private final Nv12Buffer input;
  private final Function<Nv12Picture, ScriptedAnswer> script;
  private final UsageGate model;
  private final UsageGate request;
  private volatile boolean spent;
  private volatile float @Nullable [] scores;

  ScriptedRequest(
      ModelInfo info, int rowPitch, Function<Nv12Picture, ScriptedAnswer> script, UsageGate model) {
    this.info = info;
    int bytes = rowPitch * (info.height() / 2 * 3);
    this.input =
        new Nv12Buffer(ByteBuffer.allocateDirect(bytes), info.width(), info.height(), rowPitch);
    this.script = script;
    this.model = model;
    this.request = new UsageGate("request of model " + info.name());
  }

  @Override
  public Nv12Buffer input() {
    checkUsable();
    return input;
  }

  @Override
  public void infer(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout: got " + timeout + ", expected more than 0");
    }
    model.enter();
    try {
      request.enter();
      try {
        checkUsable();
        run(timeout);
      } finally {
        request.leave();
      }
    } finally {
      model.leave();
    }
  }

  private void run(Duration timeout) {
    scores = null;
    if (Thread.currentThread().isInterrupted()) {
      spent = true;
      throw new InferenceException("interrupted before model " + info.name() + " ran");
    }
    ScriptedAnswer answer = script.apply(Nv12Picture.copyOf(input));
    boolean late = answer.delay().compareTo(timeout) > 0;
    sleep(late ? timeout : answer.delay());
    if (late) {
      spent = true;
      throw new InferenceTimeoutException(
          "model " + info.name() + " did not answer within " + timeout);
    }
    answer.failure().ifPresent(exception -> fail(exception.get()));
    float[] answered = answer.scores();
    if (answered.length != info.classes()) {
      throw new IllegalArgumentException(
          "scripted " + answered.length + " scores, expected " + info.classes());
    }
    scores = answered;
  }

  private void fail(ClassifierException exception) {
    spent = !(exception instanceof ClassifierBusyException);
    throw exception;
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
    checkUsable();
    float[] answered = scores;
    if (answered == null) {
      throw new IllegalStateException(
          "request of model " + info.name() + " has no scores yet; infer first");
    }
    if (target.length < answered.length) {
      throw new IllegalArgumentException(
          "target of " + target.length + " scores: the model gives " + answered.length);
    }
    System.arraycopy(answered, 0, target, 0, answered.length);
  }

  private void checkUsable() {
    if (model.isClosed() || request.isClosed()) {
      String what = model.isClosed() ? "" : "request of ";
      throw new IllegalStateException(what + "model " + info.name() + " is closed");
    }
    if (spent) {
      throw new IllegalStateException(
          "request of model " + info.name() + " is spent; close it, create another");
    }
  }

  @Override
  public void close() {
    request.close();
  }
}
