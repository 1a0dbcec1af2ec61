// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place in flight: a request with the converter and the scores that go with it.
 *
 * <p>Memory: the request owns its tensors; the slot owns the request, closes it when it is spent,
 * and allocates another on the next use. Used by one thread at a time.
 */
final class Slot {
  private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

  /** The scores of the last inference; transformed in place by the borrower. */
  final float[] scores;

  private final Nv12Converter converter;
  private final ClassificationModel model;
  private @Nullable InferRequest request;

  Slot(ClassificationModel model, Preprocessing preprocessing) {
    this.model = model;
    this.converter = new Nv12Converter(preprocessing, model.info().width(), model.info().height());
    this.scores = new float[model.info().classes()];
    this.request = model.createRequest();
  }

  /** Writes a frame into the request's memory. */
  void convert(ImageFrame frame) {
    converter.convert(frame, request().input());
  }

  /** Runs the network on what was written and reads its scores. */
  void infer(Duration timeout) {
    try {
      request().infer(timeout);
    } catch (ClassifierBusyException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      discardRequest();
      throw e;
    }
    request().readScores(scores);
  }

  /** The request, made anew when the last one was spent. */
  private InferRequest request() {
    InferRequest current = request;
    if (current == null) {
      current = model.createRequest();
      request = current;
    }
    return current;
  }

  /** Gives a spent request back to the runtime, which keeps its memory as long as it must. */
  void discardRequest() {
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
