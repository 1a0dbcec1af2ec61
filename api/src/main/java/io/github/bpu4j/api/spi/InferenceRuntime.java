// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs models on one kind of hardware; discovered by {@link java.util.ServiceLoader}.
 *
 * <p>Creating a provider takes no arguments and is cheap: no native library is loaded before {@link
 * #availability()} or {@link #load}. Settings that depend on the hardware (threads, cores,
 * priorities) belong to the implementation's own options; an instance created with them is passed
 * to {@code Classifier.builder().runtime(instance)}. Instances are thread-safe.
 *
 * @since 0.1.0
 */
public interface InferenceRuntime {
  /** Returns the short, stable, lower-case name that selects it, for example {@code bpu}. */
  String name();

  /**
   * Returns whether it works on this machine, with reasons; never throws and may be called often.
   */
  Availability availability();

  /**
   * Whether every model that it loads is only simulated, so that it is a last resort.
   *
   * <p>Unless the user names it, such a runtime is considered after every given file has been tried
   * with every other runtime. A stand-in that takes the place of a device's library, as a test's
   * libdnn.so does for {@code bpu}, does not make a runtime one of these.
   */
  default boolean simulates() {
    return false;
  }

  /**
   * Returns whether this runtime supports files of this kind.
   *
   * <p>A cheap check of the name or the first bytes; {@code true} does not mean that the file is
   * intact.
   */
  boolean supports(Path file);

  /**
   * Loads a model; if that fails, nothing stays open.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if it cannot be loaded: runtime
   *     unavailable, model load, incompatible model or model mismatch
   */
  ClassificationModel load(Path file, LoadOptions options);

  /** Returns the model that this runtime bundles, for hosts without a model file; usually none. */
  default Optional<DefaultModel> defaultModel() {
    return Optional.empty();
  }

  /**
   * A model that is bundled with a runtime.
   *
   * @since 0.1.0
   */
  interface DefaultModel {
    /** Returns the model's name, for example {@code efficientnet_lite0}. */
    String name();

    /** Loads it, as {@link InferenceRuntime#load} does. */
    ClassificationModel load(LoadOptions options);
  }
}
