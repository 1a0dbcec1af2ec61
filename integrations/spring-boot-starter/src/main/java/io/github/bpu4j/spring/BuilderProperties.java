// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/** Puts properties into a builder; what the builder refuses is reported by the property's name. */
record BuilderProperties(Bpu4jProperties values) {

  void applyTo(ClassifierBuilder builder) {
    files(builder);
    set("runtime", values.runtime(), builder::runtime);
    set("model-name", values.modelName(), builder::modelName);
    set("output-name", values.outputName(), builder::outputName);
    set("display-names-locale", values.displayNamesLocale(), builder::displayNamesLocale);
    set("fit", values.fit(), builder::fit);
    set("interpolation", values.interpolation(), builder::interpolation);
    set("range", values.range(), builder::range);
    set("chroma", values.chroma(), builder::chroma);
    set("score-transform", values.scoreTransform(), builder::scoreTransform);
    set("max-results", values.maxResults(), builder::maxResults);
    set("score-threshold", values.scoreThreshold(), builder::scoreThreshold);
    set("category-allowlist", unlessEmpty(values.categoryAllowlist()), builder::categoryAllowlist);
    set("category-denylist", unlessEmpty(values.categoryDenylist()), builder::categoryDenylist);
    set("concurrency", values.concurrency(), builder::concurrency);
    set("warmup", values.warmup(), builder::warmup);
    set("timeout", values.timeout(), builder::timeout);
    set("close-timeout", values.closeTimeout(), builder::closeTimeout);
    set("limits", values.limits(), limits -> builder.decodeLimits(decodeLimits(limits)));
  }

  private void files(ClassifierBuilder builder) {
    List<Path> models = values.model();
    if (!models.isEmpty()) {
      Path[] alternatives = models.subList(1, models.size()).toArray(Path[]::new);
      builder.model(models.get(0), alternatives);
    }
    set("labels", values.labels(), file -> builder.labels(read(file)));
  }

  private static Labels read(Path file) {
    try {
      return Labels.read(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("the labels cannot be read: " + e, e);
    }
  }

  private static DecodeLimits decodeLimits(Bpu4jProperties.Limits limits) {
    DataSize memory = limits.maxMemory();
    return new DecodeLimits(
        limits.maxPixels(),
        limits.maxSide(),
        limits.maxFileSize().toBytes(),
        limits.maxJpegScans(),
        memory == null ? DecodeLimits.defaults().maxMemory() : memory.toBytes());
  }

  private static @Nullable List<String> unlessEmpty(List<String> names) {
    return names.isEmpty() ? null : names;
  }

  private static <T> void set(String name, @Nullable T value, Consumer<T> option) {
    if (value == null) {
      return;
    }
    try {
      option.accept(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException("bpu4j." + name, value, e.getMessage());
    }
  }
}
