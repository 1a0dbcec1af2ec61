// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;
import java.util.function.Consumer;

/** A model whose requests pass a copy of each picture to the recorder. */
record RecordingModel(ClassificationModel model, Consumer<Nv12Picture> recorder)
    implements ClassificationModel {
  @Override
  public ModelInfo info() {
    return model.info();
  }

  @Override
  public InferRequest createRequest() {
    return new Request(model.createRequest(), recorder);
  }

  @Override
  public void close() {
    model.close();
  }

  private record Request(InferRequest request, Consumer<Nv12Picture> recorder)
      implements InferRequest {
    @Override
    public Nv12Buffer input() {
      return request.input();
    }

    @Override
    public void infer(Duration timeout) {
      recorder.accept(Nv12Picture.copyOf(request.input()));
      request.infer(timeout);
    }

    @Override
    public void readScores(float[] target) {
      request.readScores(target);
    }

    @Override
    public void close() {
      request.close();
    }
  }
}
