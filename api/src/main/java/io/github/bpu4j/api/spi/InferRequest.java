// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;

/**
 * An input tensor, an output tensor, and the inference of one picture at a time.
 *
 * <p>Not thread-safe, but it may move between threads. A cycle is: fill {@link #input()}, {@link
 * #infer}, {@link #readScores}. In steady state a cycle allocates nothing on the Java heap.
 *
 * <p>If {@link #infer} throws an {@link io.github.bpu4j.api.error.InferenceException} or an {@link
 * io.github.bpu4j.api.error.InferenceTimeoutException}, the request is spent: all further calls
 * except {@link #close()} are {@link IllegalStateException}s; close it and create another. After a
 * {@link io.github.bpu4j.api.error.ClassifierBusyException} it stays usable, because nothing was
 * submitted. {@link RequestState} implements these rules.
 *
 * @since 0.1.0
 */
public interface InferRequest extends AutoCloseable {
  /**
   * Returns the input tensor: NV12 of the model's input size, with the runtime's row pitch.
   *
   * <p>Always the same object. Its bytes are the tensor's memory: write only between two
   * inferences, never during one, and never after {@link #close()}.
   */
  Nv12Buffer input();

  /**
   * Runs inference on the input and waits for the answer.
   *
   * <p>An interrupt of the waiting thread is checked before and after, but does not end the native
   * wait. If it is seen before anything was submitted, {@link
   * io.github.bpu4j.api.error.InferenceException} is thrown with the interrupt flag set; otherwise
   * only the flag is set.
   *
   * @param timeout the longest time to wait, more than zero
   */
  void infer(Duration timeout);

  /**
   * Copies the scores of the last inference, dequantized, before any score transform.
   *
   * @param target at least {@link ModelInfo#classes()} long; filled from index 0
   * @throws IllegalStateException before the first {@link #infer} that returned
   * @throws IllegalArgumentException if the target is too short for all classes
   */
  void readScores(float[] target);

  /** Frees the memory as soon as the runtime is done with it; idempotent. */
  @Override
  void close();
}
