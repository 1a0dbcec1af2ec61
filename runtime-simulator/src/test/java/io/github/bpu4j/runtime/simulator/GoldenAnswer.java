// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model of {@code golden.json} answers to one input, as the vendor's own ONNX Runtime
 * computes it from the quantized network that the compiler left.
 *
 * @param model the model's name
 * @param input which pattern, for names of tests
 * @param inputs the model's inputs
 * @param bpu the first integers of each output of the BPU
 * @param outputs the first numbers of each output, floats or integers
 */
record GoldenAnswer(
    String model,
    String input,
    Map<String, Numbers> inputs,
    Map<String, long[]> bpu,
    Map<String, List<Number>> outputs) {

  static List<GoldenAnswer> all() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(GoldenAnswer.class.getResourceAsStream("/golden.json"));
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      List<GoldenAnswer> answers = new ArrayList<>();
      map(value(json))
          .forEach(
              (model, cases) -> list(cases).forEach(each -> answers.add(of(model, map(each)))));
      return answers;
    }
  }

  private static GoldenAnswer of(String model, Map<String, Object> json) {
    int width = (int) (long) json.get("width");
    int height = (int) (long) json.get("height");
    String input = (String) json.get("input");
    Map<String, long[]> bpu = new LinkedHashMap<>();
    map(json.get("bpu"))
        .forEach(
            (name, value) ->
                bpu.put(
                    name,
                    list(map(value).get("values")).stream().mapToLong(n -> (long) n).toArray()));
    Map<String, List<Number>> outputs = new LinkedHashMap<>();
    map(json.get("outputs")).forEach((name, value) -> outputs.put(name, numbers(map(value))));
    return new GoldenAnswer(
        model, input, TestPattern.inputs(model, input, width, height), bpu, outputs);
  }

  private static List<Number> numbers(Map<String, Object> output) {
    Object bits = output.get("float_bits");
    return bits == null
        ? list(output.get("values")).stream().map(each -> (Number) each).toList()
        : list(bits).stream()
            .map(hex -> (Number) Float.intBitsToFloat(Integer.parseUnsignedInt((String) hex, 16)))
            .toList();
  }

  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        map.put(name, value(json));
      }
      return map;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(json));
      }
      return list;
    }
    return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : json.getText();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object json) {
    return (List<Object>) json;
  }

  @Override
  public String toString() {
    return model + " on " + input;
  }
}
