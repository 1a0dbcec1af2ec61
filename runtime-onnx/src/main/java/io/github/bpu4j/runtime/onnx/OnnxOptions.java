// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import java.util.Objects;
import java.util.Optional;

/**
 * How {@link OnnxRuntime} runs networks, where the defaults do not fit.
 *
 * <p>Immutable; each {@code with} method answers a changed copy.
 *
 * @param threads that share the work of one picture, at least 1. One is the default, and best for
 *     throughput: two callers with one thread each beat one caller with two
 * @param memoryArena whether ONNX Runtime keeps its working memory between pictures (the default);
 *     without it a picture takes longer and an idle model less memory
 * @param probabilities whether the scores are probabilities already; empty (the default) to go by
 *     the file's {@code bpu4j.probabilities}, and without that by the scores themselves
 */
public record OnnxOptions(int threads, boolean memoryArena, Optional<Boolean> probabilities) {
  private static final OnnxOptions DEFAULTS = new OnnxOptions(1, true, Optional.empty());

  public OnnxOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
    Objects.requireNonNull(probabilities, "probabilities");
  }

  /** One thread a picture, working memory kept, the rest from the file. */
  public static OnnxOptions defaults() {
    return DEFAULTS;
  }

  /** The same with this many threads a picture. */
  public OnnxOptions withThreads(int count) {
    return new OnnxOptions(count, memoryArena, probabilities);
  }

  /** The same with working memory kept between pictures or not. */
  public OnnxOptions withMemoryArena(boolean kept) {
    return new OnnxOptions(threads, kept, probabilities);
  }

  /** The same with the network's last step stated: a softmax or sigmoid ({@code true}) or none. */
  public OnnxOptions withProbabilities(boolean stated) {
    return new OnnxOptions(threads, memoryArena, Optional.of(stated));
  }
}
