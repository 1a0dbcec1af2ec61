// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.info.model.CompiledModel;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.MetadataComparison;
import io.github.bpu4j.cli.info.model.OnnxModel;
import io.github.bpu4j.cli.info.model.RuntimeView;
import io.github.bpu4j.cli.io.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a model file as one JSON object; docs/json.md lists the keys. */
public final class InfoJson {
  private InfoJson() {}

  /** The object on one line, line break included. */
  public static String line(
      InspectedFile file,
      Map<InspectedModel, List<RuntimeView>> views,
      Optional<ModelMetadata> metadata) {
    return Json.line(
        json -> {
          json.writeStringField("file", file.path().toString());
          json.writeStringField("format", file.format());
          json.writeNumberField("bytes", file.bytes());
          json.writeArrayFieldStart("models");
          for (InspectedModel model : file.models()) {
            json.writeStartObject();
            write(json, model);
            if (metadata.isPresent()) {
              MetadataRowsJson.write(
                  json, "beside", MetadataComparison.of(metadata.get(), file, model));
            }
            json.writeArrayFieldStart("runtimes");
            for (RuntimeView view : views.getOrDefault(model, List.of())) {
              RuntimeViewJson.write(json, model, view);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, InspectedModel model) throws IOException {
    if (model instanceof CompiledModel compiled) {
      CompiledModelJson.write(json, compiled);
    } else if (model instanceof OnnxModel onnx) {
      OnnxModelJson.write(json, onnx.file());
    }
  }
}
