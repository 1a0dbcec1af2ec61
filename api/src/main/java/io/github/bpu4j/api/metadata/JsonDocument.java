// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small JSON file as a tree whose values know their place.
 *
 * <p>Strict: UTF-8 (a byte order mark is skipped), no key twice in an object, nothing after the
 * value, at most 8 MiB and 32 levels.
 */
final class JsonDocument {
  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_LEVELS = 32;
  private static final int MAX_DIGITS = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_LEVELS)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .build();

  private final Path file;

  private JsonDocument(Path file) {
    this.file = file;
  }

  /** Reads a file; whatever is wrong with it is an IOException that names the file. */
  static JsonValue read(Path file) throws IOException {
    return new JsonDocument(file).parse();
  }

  private JsonValue parse() throws IOException {
    try (JsonParser parser = FACTORY.createParser(text())) {
      parser.nextToken();
      JsonValue value = value(parser, "");
      if (parser.nextToken() != null) {
        throw new IOException(
            at(parser.currentTokenLocation().getLineNr()) + "text after the closing brace");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IOException(
          at(e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + "not JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private String at(int line) {
    return file + ": line " + line + ": ";
  }

  /** A device or a pipe would never end, so only regular files are read. */
  private String text() throws IOException {
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw new IOException(file + ": not a regular file, expected JSON");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException(
          file + ": more than " + MAX_BYTES + " bytes; put long labels into a file of their own");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8 text; save the file as UTF-8", e);
    }
  }

  private JsonValue value(JsonParser parser, String path) throws IOException {
    JsonToken token = parser.currentToken();
    int line = parser.currentTokenLocation().getLineNr();
    if (token == null) {
      throw new IOException(file + ": no JSON in it, expected an object");
    }
    Object content =
        switch (token) {
          case START_OBJECT -> object(parser, path);
          case START_ARRAY -> array(parser, path);
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
          case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
          default -> JsonValue.NULL;
        };
    return new JsonValue(file, line, path, content);
  }

  private Map<String, JsonValue> object(JsonParser parser, String path) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      members.put(key, value(parser, path.isEmpty() ? key : path + "." + key));
    }
    return members;
  }

  private List<JsonValue> array(JsonParser parser, String path) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, path + "[" + elements.size() + "]"));
    }
    return elements;
  }
}
