// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.RequestState;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.runtime.simulator.graph.GraphRunner;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import io.github.bpu4j.runtime.simulator.graph.SimulationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request whose pictures are simulated on the caller's thread.
 *
 * <p>At the timeout the process that runs is ended and its folder removed before the call returns.
 */
final class SimulatorRequest implements InferRequest {
  private final SimulatorModel model;
  private final GraphRunner runner;
  private final ScoreOutput output;
  private final Nv12Buffer picture;
  private final float[] scores;
  private final RequestState state;

  SimulatorRequest(SimulatorModel model, GraphRunner runner, ScoreOutput output) {
    this.model = model;
    this.runner = runner;
    this.output = output;
    this.picture = Nv12Buffer.allocate(model.info().width(), model.info().height());
    this.scores = new float[output.classes()];
    this.state = new RequestState(model.guard(), output.classes(), () -> model.forget(this));
  }

  @Override
  public Nv12Buffer input() {
    state.checkUsable();
    return picture;
  }

  @Override
  public void infer(Duration timeout) {
    long deadline = state.begin(timeout);
    try {
      state.refuseInterrupted();
      run(deadline, timeout);
      state.answered();
    } finally {
      state.end();
    }
  }

  private void run(long deadline, Duration timeout) {
    Numbers input = Numbers.pictures(List.of(picture.bytes().array()));
    String name = model.info().inputs().get(0).name();
    try {
      Map<String, Numbers> values = runner.run(Map.of(name, input), deadline);
      output.read(Objects.requireNonNull(values.get(output.output().name())), scores);
    } catch (SimulationException e) {
      throw switch (e.reason()) {
        case LATE -> late(timeout);
        case CLOSED -> new InferenceException(model + " was closed while it ran", e);
        case FAILED -> new InferenceException(model + " failed: " + e.getMessage(), e);
      };
    }
    if (System.nanoTime() - deadline > 0) {
      throw late(timeout);
    }
  }

  private InferenceTimeoutException late(Duration timeout) {
    return new InferenceTimeoutException(
        state.noAnswerWithin(timeout)
            + "; allow more time: the simulator takes far longer than a board");
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
