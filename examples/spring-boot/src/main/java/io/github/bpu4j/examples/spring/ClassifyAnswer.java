// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Timings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer as JSON: the keys of {@code bpu4j classify --json}, see docs/json.md.
 *
 * @param file name of the uploaded file as the client gave it
 * @param annotated the picture with its best class drawn on it, as a data URI, if asked for
 */
record ClassifyAnswer(
    String file,
    String runtime,
    String model,
    boolean simulated,
    String range,
    String transform,
    List<Ranked> categories,
    @JsonProperty("timing_ms") Milliseconds timing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String annotated) {

  /** One class. */
  record Ranked(
      int index, String name, @JsonProperty("display_name") String displayName, float score) {
    static Ranked of(Category category) {
      return new Ranked(
          category.index(), category.name(), category.displayName(), category.score());
    }
  }

  /** Where the time went. */
  record Milliseconds(
      double decode, double preprocess, double infer, double postprocess, double total) {
    private static final double NANOS = 1e6;

    static Milliseconds of(Timings nanos) {
      return new Milliseconds(
          nanos.decodeNanos() / NANOS,
          nanos.preprocessNanos() / NANOS,
          nanos.inferNanos() / NANOS,
          nanos.postprocessNanos() / NANOS,
          nanos.totalNanos() / NANOS);
    }
  }

  static ClassifyAnswer of(String file, ClassificationResult result, @Nullable String annotated) {
    return new ClassifyAnswer(
        file,
        result.runtime(),
        result.model(),
        result.simulated(),
        result.range().name(),
        result.transform().name(),
        result.categories().stream().map(Ranked::of).toList(),
        Milliseconds.of(result.timings()),
        annotated);
  }
}
