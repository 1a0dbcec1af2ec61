// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

/**
 * A loaded network: one NV12 picture in, one score per class out.
 *
 * <p>Thread-safe. {@link #close()} is idempotent and safe while other threads infer: it refuses new
 * work, waits a bounded time for work in flight, then frees requests and model; what cannot be
 * freed safely is kept and logged. Every use after close, of the model or of its requests, is an
 * {@link IllegalStateException} that names the model. {@link CloseGuard} keeps these rules for a
 * runtime.
 */
public interface ClassificationModel extends AutoCloseable {
  /** What is known of the network; the same object for the model's whole life. */
  ModelInfo info();

  /**
   * Allocates a request: input and output memory for one picture in flight.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException when memory runs out
   */
  InferRequest createRequest();

  @Override
  void close();
}
