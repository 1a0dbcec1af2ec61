// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Executes networks on one kind of hardware; discovered by {@link java.util.ServiceLoader}.
 *
 * <p>A provider is constructed without arguments and cheaply: no native library is touched before
 * {@link #availability()} or {@link #load}. Settings of one kind of hardware (threads, cores,
 * priorities) belong to the implementation's own builder; an instance so made is handed to {@code
 * Classifier.builder().runtime(instance)}. Instances are thread-safe.
 */
public interface InferenceRuntime {
  /** The short, stable, lower-case name that selects it, for instance {@code bpu}. */
  String name();

  /** Whether it can work here, with reasons; never throws and may be called often. */
  Availability availability();

  /**
   * Whether a file is of a kind that this runtime loads.
   *
   * <p>A cheap look (name or first bytes); {@code true} is no promise that the file is sound.
   */
  boolean supports(Path file);

  /**
   * Loads a model; whatever fails leaves nothing open.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException when it cannot be loaded: runtime
   *     unavailable, model load, incompatible model or model mismatch
   */
  ClassificationModel load(Path file, LoadOptions options);

  /** The network that this runtime carries, for hosts without a model file; usually none. */
  default Optional<DefaultModel> defaultModel() {
    return Optional.empty();
  }

  /** A network inside a runtime's own artifact. */
  interface DefaultModel {
    /** The network's name for people, for instance {@code efficientnet_lite0}. */
    String name();

    /** Loads it, as {@link InferenceRuntime#load} does. */
    ClassificationModel load(LoadOptions options);
  }
}
