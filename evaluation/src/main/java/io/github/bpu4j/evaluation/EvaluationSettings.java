// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierSettings;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.spi.ModelInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What answered: the model, its runtime, and every setting that the answers depend on.
 *
 * @param model its name
 * @param modelSha256 of its file, in hexadecimal; empty if there is no file, or it was not given
 * @param runtime its name
 * @param simulated whether a stand-in answered instead of hardware
 * @param labels of the classes
 * @param settings by name, in the order in which they are shown
 * @param versions of what took part, and other facts that answers should not depend on
 * @since 0.1.0
 */
public record EvaluationSettings(
    String model,
    Optional<String> modelSha256,
    String runtime,
    boolean simulated,
    Labels labels,
    Map<String, Setting> settings,
    Map<String, String> versions) {
  public EvaluationSettings {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(modelSha256, "modelSha256");
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(labels, "labels");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /**
   * A setting and who said so.
   *
   * @param value as text
   * @param origin {@code option}, {@code metadata}, {@code file} or {@code default}
   * @since 0.1.0
   */
  public record Setting(String value, String origin) {
    public Setting {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(origin, "origin");
    }
  }

  /** What a classifier uses. */
  public static EvaluationSettings of(Classifier classifier) {
    ClassifierSettings used = classifier.settings();
    Map<String, Setting> settings = new LinkedHashMap<>();
    used.colorInput().ifPresent(input -> settings.put("input", setting(input)));
    settings.put("range", setting(used.range()));
    settings.put("chroma", setting(used.chroma()));
    settings.put("fit", setting(used.fit()));
    settings.put("interpolation", setting(used.interpolation()));
    settings.put("output", setting(used.output()));
    settings.put("transform", setting(used.transform()));
    ModelInfo model = classifier.model();
    Map<String, String> versions = new LinkedHashMap<>(model.details());
    versions.put("java", System.getProperty("java.version"));
    return new EvaluationSettings(
        model.name(),
        Optional.empty(),
        model.runtime(),
        model.simulated(),
        Labels.of(classifier.labels().names()),
        settings,
        versions);
  }

  private static Setting setting(ClassifierSettings.Setting<?> used) {
    return new Setting(used.value().toString(), used.origin().name().toLowerCase(Locale.ROOT));
  }

  /** The same with the SHA-256 of the model's file. */
  public EvaluationSettings withModelSha256(String sha256) {
    return new EvaluationSettings(
        model, Optional.of(sha256), runtime, simulated, labels, settings, versions);
  }

  /** The same with another setting. */
  public EvaluationSettings with(String name, Setting setting) {
    Map<String, Setting> more = new LinkedHashMap<>(settings);
    more.put(name, setting);
    return new EvaluationSettings(model, modelSha256, runtime, simulated, labels, more, versions);
  }
}
