// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a JSON object, in the notation of docs/json.md, with their types or values. */
public final class JsonKeys {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonKeys() {}

  /** Maps keys to types, for example {@code categories[].score} to {@code number}. */
  public static Map<String, String> types(String object) throws IOException {
    return flat(object, false);
  }

  /** Maps keys to the text of their last value. */
  public static Map<String, String> values(String object) throws IOException {
    return flat(object, true);
  }

  private static Map<String, String> flat(String object, boolean values) throws IOException {
    Map<String, String> keys = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object: " + object);
      }
      read(parser, "", keys, values);
      if (parser.nextToken() != null) {
        throw new IOException("more than one object on a line: " + object);
      }
    }
    return keys;
  }

  /** Reads to the end of the object or array that the parser has just entered. */
  private static void read(JsonParser parser, String path, Map<String, String> keys, boolean values)
      throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        return;
      }
      String key = path;
      if (token == JsonToken.FIELD_NAME) {
        key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
        token = parser.nextToken();
      }
      switch (token) {
        case START_OBJECT -> read(parser, key, keys, values);
        case START_ARRAY -> read(parser, key + "[]", keys, values);
        default -> keys.put(key, values ? parser.getText() : type(token));
      }
    }
  }

  private static String type(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "string";
      case VALUE_NUMBER_INT -> "integer";
      case VALUE_NUMBER_FLOAT -> "number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      case VALUE_NULL -> "null";
      default -> token.name();
    };
  }
}
