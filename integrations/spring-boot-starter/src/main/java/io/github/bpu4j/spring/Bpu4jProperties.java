// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The options of the application's classifier, as {@link io.github.bpu4j.api.ClassifierBuilder}
 * documents them; what is null or empty stays at the builder's default.
 *
 * @param model Model files; the first that an available runtime supports is opened. Without any,
 *     the model that a runtime bundles is opened.
 * @param modelName Model of a packed file.
 * @param outputName Output that holds the scores, if the model has several.
 * @param runtime Name of the runtime to use. Without it, the first available one that supports the
 *     model is used.
 * @param labels File with one label per class. Without it, the metadata's are used, or ImageNet's
 *     for 1000 classes.
 * @param displayNamesLocale Language of the categories' display names, for example "zh".
 * @param fit How pictures are fitted into the model's input. Without it, metadata and model decide.
 * @param interpolation How pictures are resized. Without it, metadata and model decide.
 * @param range Value range of the NV12 input. Without it, metadata and model decide.
 * @param chroma Siting of the NV12 input's chroma. Without it, metadata and model decide.
 * @param scoreTransform How scores are computed from the model's output.
 * @param maxResults Maximum number of classes in a result.
 * @param scoreThreshold Lowest score of the classes in a result.
 * @param categoryAllowlist Labels that results are restricted to.
 * @param categoryDenylist Labels that are excluded from results.
 * @param concurrency How many pictures are inferred at the same time, 1 to 64.
 * @param warmup How many gray pictures are inferred at start.
 * @param timeout How long a picture may wait for a request and inference together.
 * @param closeTimeout How long shutdown waits for pictures in flight.
 * @param limits Bounds on picture files, checked before decoding.
 * @param health The health indicator.
 * @since 0.1.0
 */
@ConfigurationProperties("bpu4j")
public record Bpu4jProperties(
    @DefaultValue List<Path> model,
    @Nullable String modelName,
    @Nullable String outputName,
    @Nullable String runtime,
    @Nullable Path labels,
    @Nullable Locale displayNamesLocale,
    @Nullable Fit fit,
    @Nullable Interpolation interpolation,
    @Nullable YuvRange range,
    @Nullable ChromaSiting chroma,
    @DefaultValue("auto") ScoreTransform scoreTransform,
    @DefaultValue("5") int maxResults,
    @DefaultValue("0") float scoreThreshold,
    @DefaultValue List<String> categoryAllowlist,
    @DefaultValue List<String> categoryDenylist,
    @DefaultValue("2") int concurrency,
    @DefaultValue("1") int warmup,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("10s") Duration closeTimeout,
    @DefaultValue Limits limits,
    @DefaultValue Health health) {

  /**
   * Bounds on picture files, checked before decoding; {@link
   * io.github.bpu4j.preprocess.DecodeLimits} explains them.
   *
   * @param maxPixels Product of width and height.
   * @param maxSide Longer of width and height, in pixels.
   * @param maxFileSize Size of the encoded picture.
   * @param maxJpegScans Scans of a progressive JPEG file.
   * @param maxMemory Memory that a decoder may need besides the file and its pixels. Without it, a
   *     quarter of the heap.
   * @since 0.1.0
   */
  public record Limits(
      @DefaultValue("40000000") long maxPixels,
      @DefaultValue("16384") int maxSide,
      @DefaultValue("64MB") DataSize maxFileSize,
      @DefaultValue("64") int maxJpegScans,
      @Nullable DataSize maxMemory) {}

  /**
   * The health indicator.
   *
   * @param maxAge How long an answer or failure speaks for the device; when the latest is older, a
   *     health check classifies one gray picture.
   * @since 0.1.0
   */
  public record Health(@DefaultValue("30s") Duration maxAge) {}
}
