// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.DurationText;
import java.time.Duration;
import java.util.List;

/**
 * How {@link OnnxRuntime} runs models.
 *
 * <p>Immutable; every {@code with} method returns a changed copy.
 *
 * @param threads that share the work of one picture, at least 1. The default of one is best for
 *     throughput: two callers with one thread each are faster than one caller with two
 * @param memoryArena whether ONNX Runtime keeps its working memory between pictures (the default);
 *     without it a picture takes longer and an idle model takes less memory
 * @param providers that execute the model, in order of preference; the CPU alone by default
 * @param closeTimeout how long closing a model waits for pictures in flight before it ends them
 *     between two operators of the model; 10 s by default, 0 to not wait
 * @since 0.1.0
 */
public record OnnxOptions(
    int threads, boolean memoryArena, List<OnnxProvider> providers, Duration closeTimeout) {
  private static final OnnxOptions DEFAULTS =
      new OnnxOptions(1, true, List.of(OnnxProvider.CPU), Duration.ofSeconds(10));

  public OnnxOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
    providers = List.copyOf(providers);
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("providers: got none, expected at least CPU");
    }
    if (closeTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "closeTimeout " + DurationText.of(closeTimeout) + ": expected 0 s or more");
    }
  }

  /** Returns one thread per picture, working memory kept, the CPU. */
  public static OnnxOptions defaults() {
    return DEFAULTS;
  }

  /** Sets the number of threads per picture. */
  public OnnxOptions withThreads(int count) {
    return new OnnxOptions(count, memoryArena, providers, closeTimeout);
  }

  /** Sets whether working memory is kept between pictures. */
  public OnnxOptions withMemoryArena(boolean kept) {
    return new OnnxOptions(threads, kept, providers, closeTimeout);
  }

  /** Sets the providers, in order of preference. */
  public OnnxOptions withProviders(OnnxProvider... preferred) {
    return new OnnxOptions(threads, memoryArena, List.of(preferred), closeTimeout);
  }

  /** Sets how long closing a model waits. */
  public OnnxOptions withCloseTimeout(Duration timeout) {
    return new OnnxOptions(threads, memoryArena, providers, timeout);
  }
}
