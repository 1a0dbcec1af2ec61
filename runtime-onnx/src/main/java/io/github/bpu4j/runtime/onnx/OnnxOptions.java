// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.DurationText;
import java.time.Duration;
import java.util.List;
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
 * @param providers that execute the network, in order of preference; the CPU alone by default
 * @param input how a network that takes RGB reads a picture; empty (the default) to go by the
 *     file's properties
 * @param probabilities whether the scores are probabilities already; empty (the default) to go by
 *     the file
 * @param closeTimeout how long closing a model waits for pictures in flight before it ends them
 *     between two operators of the network; 10 s by default, 0 for not at all
 */
public record OnnxOptions(
    int threads,
    boolean memoryArena,
    List<OnnxProvider> providers,
    Optional<OnnxInput> input,
    Optional<Boolean> probabilities,
    Duration closeTimeout) {
  private static final OnnxOptions DEFAULTS =
      new OnnxOptions(
          1,
          true,
          List.of(OnnxProvider.CPU),
          Optional.empty(),
          Optional.empty(),
          Duration.ofSeconds(10));

  public OnnxOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
    providers = List.copyOf(providers);
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("providers: got none, expected at least CPU");
    }
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(probabilities, "probabilities");
    if (closeTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "closeTimeout " + DurationText.of(closeTimeout) + ": expected 0 s or more");
    }
  }

  /** One thread a picture, working memory kept, the CPU; the rest from the file. */
  public static OnnxOptions defaults() {
    return DEFAULTS;
  }

  /** The same with this many threads a picture. */
  public OnnxOptions withThreads(int count) {
    return new OnnxOptions(count, memoryArena, providers, input, probabilities, closeTimeout);
  }

  /** The same with working memory kept between pictures or not. */
  public OnnxOptions withMemoryArena(boolean kept) {
    return new OnnxOptions(threads, kept, providers, input, probabilities, closeTimeout);
  }

  /** The same with these providers, in order of preference. */
  public OnnxOptions withProviders(OnnxProvider... preferred) {
    return new OnnxOptions(
        threads, memoryArena, List.of(preferred), input, probabilities, closeTimeout);
  }

  /** The same with the network's input stated, which overrules the file. */
  public OnnxOptions withInput(OnnxInput stated) {
    return new OnnxOptions(
        threads, memoryArena, providers, Optional.of(stated), probabilities, closeTimeout);
  }

  /** The same with the network's last step stated: a softmax or sigmoid ({@code true}) or none. */
  public OnnxOptions withProbabilities(boolean stated) {
    return new OnnxOptions(
        threads, memoryArena, providers, input, Optional.of(stated), closeTimeout);
  }

  /** The same with another patience when a model is closed. */
  public OnnxOptions withCloseTimeout(Duration timeout) {
    return new OnnxOptions(threads, memoryArena, providers, input, probabilities, timeout);
  }
}
