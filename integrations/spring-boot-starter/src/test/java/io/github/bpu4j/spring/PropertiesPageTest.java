// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata that IDEs read is whole, and the pages say the same. */
class PropertiesPageTest {
  private static JsonNode metadata() throws IOException {
    try (InputStream in =
        Bpu4jProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  @Test
  void everyPropertyHasATypeAndADescription() throws IOException {
    assertThat(metadata().get("properties"))
        .hasSizeGreaterThan(25)
        .allSatisfy(
            property -> {
              assertThat(property.path("type").asText()).as(property.toString()).isNotEmpty();
              assertThat(property.path("description").asText())
                  .as(property.toString())
                  .matches("[A-Z].*\\.");
            });
  }

  @Test
  void hintsBelongToProperties() throws IOException {
    Map<String, String> properties = defaults();
    assertThat(metadata().get("hints"))
        .extracting(hint -> hint.get("name").asText())
        .contains("bpu4j.runtime")
        .allMatch(properties::containsKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/spring-boot.md", "docs/zh/spring-boot.md"})
  void thePageListsTheSamePropertiesAndDefaults(String page) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `((?:bpu4j|management)\\.[a-z0-9.-]+)` \\| (?:`([^`]+)` )?\\| ")
            .matcher(Files.readString(Path.of("../..").resolve(page)));
    while (row.find()) {
      rows.put(row.group(1), row.group(2) == null ? "" : row.group(2));
    }
    assertThat(rows).isEqualTo(defaults());
  }

  private static Map<String, String> defaults() throws IOException {
    Map<String, String> defaults = new TreeMap<>();
    for (JsonNode property : metadata().get("properties")) {
      JsonNode value = property.path("defaultValue");
      String text = value.isArray() ? "" : value.asText();
      defaults.put(property.get("name").asText(), text.replaceFirst("\\.0$", ""));
    }
    return defaults;
  }
}
