// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;

/**
 * One picture's place in a runtime: an input tensor, an output tensor, and the call between them.
 *
 * <p>Used by one thread at a time; it may move between threads. A cycle is: fill {@link #input()},
 * {@link #infer}, {@link #readScores}. A steady cycle allocates nothing on the Java heap.
 *
 * <p>When {@link #infer} throws an {@link io.github.bpu4j.api.error.InferenceException} or an
 * {@link io.github.bpu4j.api.error.InferenceTimeoutException} the request is spent: further calls
 * but {@link #close()} are {@link IllegalStateException}; close it and create another. A {@link
 * io.github.bpu4j.api.error.ClassifierBusyException} leaves it usable: nothing was submitted.
 * {@link RequestState} keeps these rules for a runtime.
 */
public interface InferRequest extends AutoCloseable {
  /**
   * The picture to classify: NV12 of the model's size, at the runtime's own row pitch.
   *
   * <p>Always the same object. Its bytes are the tensor's memory: write only between two
   * inferences, never while one runs, and never after {@link #close()}.
   */
  Nv12Buffer input();

  /**
   * Runs the network on the input and waits for the answer.
   *
   * <p>An interrupt of the waiting thread is seen before and after, never during the native wait;
   * it throws {@link io.github.bpu4j.api.error.InferenceException} with the interrupt flag set when
   * seen before anything was submitted, and otherwise only leaves the flag set.
   *
   * @param timeout the longest wait, more than zero
   */
  void infer(Duration timeout);

  /**
   * Copies the class scores of the last inference, dequantized, before any score transform.
   *
   * @param target at least {@link ModelInfo#classes()} long; filled from index 0
   * @throws IllegalStateException before the first {@link #infer} that returned
   * @throws IllegalArgumentException when the target is too short for all classes
   */
  void readScores(float[] target);

  /** Gives the memory back as soon as the runtime is done with it; idempotent. */
  @Override
  void close();
}
