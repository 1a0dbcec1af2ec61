// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each read as the type that it has to have.
 *
 * <p>Every method throws IllegalArgumentException if a field is missing or of another type.
 */
record JsonFields(Map<String, Object> fields) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object on one line, without a line break. */
  static String line(Writer fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  /** Reads an object with nothing behind it. */
  static JsonFields parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      JsonFields object = new JsonFields(object(parser));
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("text after the closing brace");
      }
      return object;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    return get(name, String.class);
  }

  long integer(String name) {
    return get(name, Long.class);
  }

  int index(String name) {
    return Math.toIntExact(integer(name));
  }

  boolean flag(String name) {
    return get(name, Boolean.class);
  }

  @SuppressWarnings("unchecked") // every object is read as this type
  JsonFields object(String name) {
    return new JsonFields((Map<String, Object>) get(name, Map.class));
  }

  /** Names of the fields, in their order. */
  Set<String> names() {
    return fields.keySet();
  }

  /** An array of strings. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : get(name, List.class)) {
      texts.add(require(name, element, String.class));
    }
    return texts;
  }

  /** An array of numbers, or of the names of those that are not finite. */
  List<Float> floats(String name) {
    List<Float> floats = new ArrayList<>();
    for (Object element : get(name, List.class)) {
      floats.add(Float.parseFloat(element.toString()));
    }
    return floats;
  }

  /** An array of whole numbers. */
  long[] integers(String name) {
    return numbers(get(name, List.class));
  }

  /** An array of arrays of that many whole numbers each. */
  List<long[]> rows(String name, int columns) {
    List<long[]> rows = new ArrayList<>();
    for (Object row : get(name, List.class)) {
      long[] numbers = numbers(row);
      if (numbers.length != columns) {
        throw new IllegalArgumentException(
            name + ": a row of " + numbers.length + " numbers, expected " + columns);
      }
      rows.add(numbers);
    }
    return rows;
  }

  /** An array of objects. */
  @SuppressWarnings("unchecked") // every object is read as this type
  List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    for (Object element : get(name, List.class)) {
      objects.add(new JsonFields((Map<String, Object>) require(name, element, Map.class)));
    }
    return objects;
  }

  private static long[] numbers(Object array) {
    List<?> elements = require("array", array, List.class);
    return elements.stream().mapToLong(each -> require("element", each, Long.class)).toArray();
  }

  private <T> T get(String name, Class<T> type) {
    return require(name, fields.get(name), type);
  }

  private static <T> T require(String name, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          name + ": got " + value + ", expected a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value == null) {
        throw new IllegalArgumentException("null in an array");
      }
      array.add(value);
    }
    return array;
  }
}
