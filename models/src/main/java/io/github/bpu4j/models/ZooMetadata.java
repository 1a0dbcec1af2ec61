// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Puts a row of the catalog into the words of {@link ModelMetadata}. */
final class ZooMetadata {
  /** Under {@code info}, the hash of the file. */
  static final String SHA256 = "sha256";

  private ZooMetadata() {}

  static ModelMetadata of(ZooModel model) {
    return ModelMetadata.builder()
        .labels(new LabelSource.Imagenet(false))
        .fit(model.input().fit())
        .interpolation(model.input().interpolation())
        .transform(model.scores().transform())
        .info(info(model))
        .build();
  }

  /** The same with what a fetch has found out. */
  static ModelMetadata fetched(ZooModel model, String url, long bytes, String sha256) {
    Map<String, Object> info = info(model);
    info.put("url", url);
    info.put("bytes", bytes);
    info.put(SHA256, sha256);
    boolean known = model.file().sha256().isPresent();
    info.put("sha256_source", known ? model.file().sha256Source() : "recorded at first fetch");
    return model.metadata().toBuilder().info(info).build();
  }

  private static Map<String, Object> info(ZooModel model) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("name", model.name());
    info.put("family", model.family());
    info.put("license", model.license());
    info.put("source", ModelZoo.REPOSITORY + ", " + model.source());
    if (model.input().notebook()) {
      info.put("notebook", program(Fit.STRETCH, Interpolation.LINEAR));
    }
    Map<String, Object> sample =
        program(model.input().sampleFit(), model.input().sampleInterpolation());
    sample.put("range", YuvRange.VIDEO.name());
    info.put("sample", sample);
    info.put("published", figures(model.figures()));
    List<String> disagreements =
        model.disagreements().stream().map(Disagreement::toString).toList();
    if (!disagreements.isEmpty()) {
      info.put("disagreements", disagreements);
    }
    return info;
  }

  private static Map<String, Object> program(Fit fit, Interpolation interpolation) {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("fit", fit.name());
    program.put("interpolation", interpolation.name());
    return program;
  }

  private static Map<String, Object> figures(PublishedFigures figures) {
    Map<String, Object> published = new LinkedHashMap<>();
    put(published, "params_m", figures.paramsM());
    put(published, "float_top1", figures.floatTop1());
    put(published, "quantized_top1", figures.quantizedTop1());
    put(published, "latency_1_thread_ms", figures.latency1ThreadMs());
    put(published, "latency_4_threads_ms", figures.latency4ThreadsMs());
    put(published, "fps_4_threads", figures.fps4Threads());
    return published;
  }

  private static void put(Map<String, Object> map, String key, OptionalDouble figure) {
    figure.ifPresent(value -> map.put(key, value));
  }
}
