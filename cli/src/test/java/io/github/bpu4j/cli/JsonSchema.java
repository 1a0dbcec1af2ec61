// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table in docs/json.md.
 *
 * @param keys documented keys and their rows
 */
public record JsonSchema(Map<String, Row> keys) {
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| (\\w+) \\| ([^|]+) \\| .+ \\|");

  /** The columns of a row. */
  public record Row(String type, boolean always) {}

  /** Reads the table under a second-level heading. */
  public static JsonSchema of(String page, String heading) throws IOException {
    Map<String, Row> keys = new LinkedHashMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("..", page))) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + heading);
      }
      Matcher row = ROW.matcher(line);
      if (inside && row.matches()) {
        keys.put(row.group(1), new Row(row.group(2), row.group(3).strip().equals("always")));
      }
    }
    assertThat(keys).as("table of " + heading + " in " + page).isNotEmpty();
    return new JsonSchema(keys);
  }

  /** Fails unless an object has every key marked as always present, and only documented keys. */
  public void check(String object) throws IOException {
    Map<String, String> types = JsonKeys.types(object);
    types.forEach(
        (key, type) -> {
          Row row = keys.getOrDefault(key, anyKeyOf(key));
          assertThat(row).as("row of " + key + " for " + object).isNotNull();
          if (!type.equals("null")) {
            assertThat(type).as(key).isEqualTo(row.type());
          }
        });
    keys.forEach(
        (key, row) -> {
          if (row.always()) {
            assertThat(types).as(object).containsKey(key);
          }
        });
  }

  /** The row that stands for the keys of a map, such as {@code models[].metadata.*}. */
  private Row anyKeyOf(String key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".*"))
        .filter(entry -> key.startsWith(entry.getKey().substring(0, entry.getKey().length() - 1)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
