// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

/**
 * A loaded model: one NV12 picture in, one score per class out.
 *
 * <p>Thread-safe. {@link #close()} is idempotent and safe while other threads infer: it rejects new
 * work, waits a limited time for work in flight, then frees requests and model. What cannot be
 * freed safely is kept and logged. Any use of the model or its requests after close is an {@link
 * IllegalStateException} that names the model. {@link CloseGuard} implements these rules.
 *
 * @since 0.1.0
 */
public interface ClassificationModel extends AutoCloseable {
  /** Returns what is known about the model; always the same object. */
  ModelInfo info();

  /**
   * Allocates a request: input and output memory for one picture in flight.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if memory is exhausted
   */
  InferRequest createRequest();

  @Override
  void close();
}
