// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the values that the JSON results of all commands share. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int SCORE_DIGITS = 6;

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /** An object on one line, line break included. */
  public static String line(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.append('\n').toString();
  }

  /** The field {@code error}, an object of {@code type} and {@code message}. */
  public static void error(JsonGenerator json, Exception failure) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("type", failure.getClass().getSimpleName());
    json.writeStringField("message", Failures.text(failure));
    json.writeEndObject();
  }

  /** A score with all digits of the float, at least six decimal places and no exponent. */
  public static void score(JsonGenerator json, String name, float score) throws IOException {
    json.writeFieldName(name);
    if (Float.isFinite(score)) {
      BigDecimal exact = new BigDecimal(Float.toString(score));
      json.writeNumber(exact.setScale(Math.max(SCORE_DIGITS, exact.scale())).toPlainString());
    } else {
      json.writeNull();
    }
  }

  /** A time in milliseconds, to the microsecond. */
  public static void millis(JsonGenerator json, String name, long nanos) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(
        BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP).toPlainString());
  }

  /** A string; the field is left out when it is empty. */
  public static void text(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  public static void integers(JsonGenerator json, String name, List<Integer> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  /** Floating-point numbers; null for one that is not finite. */
  public static void numbers(JsonGenerator json, String name, List<? extends Number> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Number number : numbers) {
      if (Double.isFinite(number.doubleValue())) {
        json.writeNumber(number.toString());
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  public static void map(JsonGenerator json, String name, Map<String, String> map)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }
}
