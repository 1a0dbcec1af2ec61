// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.models.Disagreement;
import io.github.bpu4j.models.PublishedFigures;
import io.github.bpu4j.models.PublishedInput;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** All facts about one model, as a JSON object. */
final class ModelJson {
  private ModelJson() {}

  static String line(ZooModel model, Cached cached) {
    Optional<Path> fetched = cached.shown(model);
    return Json.line(
        json -> {
          json.writeStringField("name", model.name());
          json.writeStringField("family", model.family());
          file(json, model);
          input(json, model.input());
          json.writeNumberField("classes", model.scores().classes());
          json.writeStringField("labels", model.scores().labels());
          json.writeBooleanField("probabilities", model.scores().probabilities());
          figures(json, model.figures());
          metadata(json, model);
          disagreements(json, model);
          json.writeStringField("license", model.license());
          json.writeStringField("source", model.source());
          Json.text(json, "fetched", fetched.map(Path::toString));
        });
  }

  private static void file(JsonGenerator json, ZooModel model) throws IOException {
    json.writeStringField("file", model.file().path());
    if (model.file().bytes().isPresent()) {
      json.writeNumberField("bytes", model.file().bytes().getAsLong());
    }
    if (model.file().sha256().isPresent()) {
      json.writeStringField("sha256", model.file().sha256().get());
      json.writeStringField("sha256_source", model.file().sha256Source());
    }
  }

  private static void input(JsonGenerator json, PublishedInput input) throws IOException {
    json.writeStringField("input", input.format());
    json.writeNumberField("width", input.width());
    json.writeNumberField("height", input.height());
    json.writeStringField("fit", input.sampleFit().name());
    json.writeStringField("interpolation", input.sampleInterpolation().name());
    json.writeBooleanField("has_notebook", input.notebook());
  }

  private static void figures(JsonGenerator json, PublishedFigures figures) throws IOException {
    figure(json, "params_m", figures.paramsM());
    figure(json, "float_top1", figures.floatTop1());
    figure(json, "quantized_top1", figures.quantizedTop1());
    figure(json, "latency_1_thread_ms", figures.latency1ThreadMs());
    figure(json, "latency_4_threads_ms", figures.latency4ThreadsMs());
    figure(json, "fps_4_threads", figures.fps4Threads());
  }

  private static void figure(JsonGenerator json, String name, OptionalDouble figure)
      throws IOException {
    if (figure.isPresent()) {
      json.writeNumberField(name, figure.getAsDouble());
    }
  }

  private static void metadata(JsonGenerator json, ZooModel model) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("fit", model.input().fit().name());
    json.writeStringField("interpolation", model.input().interpolation().name());
    json.writeStringField("transform", model.scores().transform().name());
    json.writeEndObject();
  }

  private static void disagreements(JsonGenerator json, ZooModel model) throws IOException {
    json.writeArrayFieldStart("disagreements");
    for (Disagreement each : model.disagreements()) {
      json.writeStartObject();
      json.writeStringField("field", each.field());
      json.writeStringField("a", each.a());
      json.writeStringField("a_source", each.aSource());
      json.writeStringField("b", each.b());
      json.writeStringField("b_source", each.bSource());
      json.writeStringField("taken", each.taken());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
