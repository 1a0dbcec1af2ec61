// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of a {@link ClassifierBuilder} when {@link ClassifierBuilder#open()} was called; null
 * if not set. The builder checks and documents them.
 */
record ClassifierOptions(
    List<Path> models,
    LoadOptions loadOptions,
    @Nullable InferenceRuntime runtime,
    @Nullable String runtimeName,
    @Nullable Labels labels,
    @Nullable Locale displayNamesLocale,
    CategoryFilter categories,
    @Nullable ClassifierObserver observer,
    @Nullable ModelMetadata metadata,
    StatedPreprocessing preprocessing,
    @Nullable ColorInput colorInput,
    DecodeLimits decodeLimits,
    ScoreTransform scoreTransform,
    int maxResults,
    float scoreThreshold,
    int concurrency,
    int warmup,
    Duration timeout,
    Duration closeTimeout,
    boolean rawScores) {
  ClassifierOptions {
    models = List.copyOf(models);
  }
}
