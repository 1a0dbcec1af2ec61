// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that can be replaced after a failure, with its converter and scores.
 *
 * <p>Memory: the runtime's request owns its tensors. This class owns the request, closes it when it
 * is spent, and allocates another on the next use. Not thread-safe.
 */
final class PooledRequest {
  private static final Logger LOG = LoggerFactory.getLogger(PooledRequest.class);

  private final Nv12Converter converter;
  private final ClassificationModel model;
  private final float[] scores;
  private @Nullable InferRequest request;

  PooledRequest(ClassificationModel model, Preprocessing preprocessing) {
    this.model = model;
    this.converter = new Nv12Converter(preprocessing, model.info().width(), model.info().height());
    this.scores = new float[model.info().classes()];
    this.request = model.createRequest();
  }

  /** Writes a frame into the input tensor. */
  void convert(ImageFrame frame) {
    converter.convert(frame, request().input());
  }

  /** Copies a picture of the model's size into the input tensor; row pitches may differ. */
  void copy(Nv12Buffer picture) {
    Nv12Buffer input = request().input();
    int rows = picture.height() + picture.height() / 2;
    int length = picture.width();
    if (input.rowPitch() == length && picture.rowPitch() == length) {
      length *= rows;
      rows = 1;
    }
    for (int row = 0; row < rows; row++) {
      int to = row * input.rowPitch();
      input.bytes().put(to, picture.bytes(), row * picture.rowPitch(), length);
    }
  }

  /** Runs inference on the input tensor. */
  void infer(Duration timeout) {
    try {
      request().infer(timeout);
    } catch (ClassifierBusyException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      discard();
      throw e;
    }
  }

  /**
   * Returns the finite scores of the last inference, before any transform.
   *
   * @return the same array each time, which the borrower may change
   * @throws io.github.bpu4j.api.error.InferenceException if a score is not finite
   */
  float[] readScores() {
    request().readScores(scores);
    Ranking.requireFinite(scores, model.info().name());
    return scores;
  }

  /** Returns the runtime's request, and creates a new one if the last was spent. */
  private InferRequest request() {
    InferRequest current = request;
    if (current == null) {
      current = model.createRequest();
      request = current;
    }
    return current;
  }

  /** Closes the request; the runtime keeps its memory as long as the hardware needs it. */
  void discard() {
    InferRequest spent = request;
    request = null;
    if (spent != null) {
      try {
        spent.close();
      } catch (ClassifierException | IllegalStateException e) {
        LOG.warn("closing a spent request of {} failed", model.info().name(), e);
      }
    }
  }
}
