// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.bpu4j.api.spi.ColorInput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes metadata of version 1. */
final class MetadataWriter {
  private final JsonGenerator json;

  private MetadataWriter(JsonGenerator json) {
    this.json = json;
  }

  static String text(ModelMetadata metadata) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withSeparators(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
      new MetadataWriter(json).write(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.append('\n').toString();
  }

  private void write(ModelMetadata metadata) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", MetadataReader.VERSION);
    if (metadata.modelName().isPresent()) {
      json.writeStringField("model", metadata.modelName().get());
    }
    if (metadata.colorInput().isPresent()) {
      write(metadata.colorInput().get());
    }
    text("range", metadata.range().map(Enum::name).orElse(""));
    text("chroma", metadata.chroma().map(Enum::name).orElse(""));
    text("fit", metadata.fit().map(Enum::name).orElse(""));
    text("interpolation", metadata.interpolation().map(Enum::name).orElse(""));
    text("output", metadata.outputName().orElse(""));
    text("transform", metadata.transform().map(Enum::name).orElse(""));
    if (metadata.labels().isPresent()) {
      write(metadata.labels().get());
    }
    if (!metadata.info().isEmpty()) {
      json.writeFieldName("info");
      writeFact(metadata.info());
    }
    json.writeEndObject();
  }

  private void text(String key, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(key, value);
    }
  }

  private void write(ColorInput input) throws IOException {
    json.writeObjectFieldStart("input");
    json.writeStringField("order", input.order().name());
    if (input.layout().isPresent()) {
      json.writeStringField("layout", input.layout().get().name());
    }
    numbers("mean", input.mean());
    numbers("scale", input.scale());
    if (input.size().isPresent()) {
      json.writeObjectFieldStart("size");
      json.writeNumberField("width", input.size().get().width());
      json.writeNumberField("height", input.size().get().height());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void numbers(String key, List<Float> numbers) throws IOException {
    json.writeArrayFieldStart(key);
    for (float number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void write(LabelSource labels) throws IOException {
    json.writeObjectFieldStart("labels");
    if (labels instanceof LabelSource.File file) {
      json.writeStringField("file", file.name());
    } else if (labels instanceof LabelSource.Inline inline) {
      json.writeFieldName("names");
      writeFact(inline.names());
    } else {
      json.writeStringField("builtIn", "imagenet");
    }
    if (labels.background()) {
      json.writeBooleanField("background", true);
    }
    json.writeEndObject();
  }

  private void writeFact(Object fact) throws IOException {
    if (fact instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        writeFact(entry.getValue());
      }
      json.writeEndObject();
    } else if (fact instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        writeFact(element);
      }
      json.writeEndArray();
    } else if (fact instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (fact instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString((String) fact);
    }
  }
}
