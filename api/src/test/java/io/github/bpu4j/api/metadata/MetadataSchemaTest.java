// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema in the jar and the reader accept and refuse the same documents. */
class MetadataSchemaTest {
  /** Values of every kind, put in the place of every value of the documents. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "2",
          "-1",
          "1.5",
          "1e7",
          "1e-10",
          "-1e-9",
          "224",
          "225",
          "16386",
          "\"\"",
          "\"text\"",
          "\"NONE\"",
          "\"a/b\"",
          "\"..\"",
          "\"C:x\"",
          "\"\\u0001\"",
          "[]",
          "[1,2,3]",
          "[1,2]",
          "[1,2,3,4]",
          "[0,0,0]",
          "[\"a\"]",
          "[\"\"]",
          "{}",
          "{\"order\":\"RGB\"}",
          "{\"builtIn\":\"imagenet\"}");

  private static final List<String> DOCUMENTS =
      List.of(
          "{\"version\":1}",
          "{\"version\":1,\"model\":\"m\",\"output\":\"o\",\"range\":\"FULL\",\"chroma\":\"AVERAGE\"}",
          "{\"version\":1,\"fit\":\"STRETCH\",\"interpolation\":\"AREA\",\"transform\":\"NONE\"}",
          "{\"version\":1,\"labels\":{\"builtIn\":\"imagenet\",\"background\":true}}",
          "{\"version\":1,\"labels\":{\"file\":\"labels.txt\",\"names\":[\"a\"]}}",
          "{\"version\":1,\"labels\":{\"names\":[\"cat\",\"dog\"],\"background\":false}}",
          "{\"version\":1,\"input\":{\"order\":\"RGB\",\"layout\":\"NCHW\",\"mean\":[1,2,3],\"scale\":2}}",
          "{\"version\":1,\"input\":{\"order\":\"BGR\",\"mean\":1,\"scale\":[-1,0.1,1]}}",
          "{\"version\":1,\"input\":{\"order\":\"BGR\",\"size\":{\"width\":224,\"height\":2}}}",
          "{\"version\":1,\"info\":{\"a\":[1,{\"b\":true}],\"c\":\"d\"}}");

  private static Schema schema;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = ModelMetadata.class.getResourceAsStream("model-metadata.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
    }
  }

  /** Each document, and each with one value replaced, one key renamed or one member removed. */
  static Stream<String> documents() {
    return DOCUMENTS.stream().flatMap(MetadataSchemaTest::variants);
  }

  private static Stream<String> variants(String document) {
    return Stream.concat(
        Stream.of(document),
        Tokens.values(document).stream()
            .flatMap(
                place ->
                    Stream.concat(
                        VALUES.stream().map(value -> place.replacedBy(document, value)),
                        place.renamed(document).stream())));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void agree(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("m.metadata.json"), document);
    List<Error> errors = schema.validate(document, InputFormat.JSON);
    String refusal = "";
    try {
      ModelMetadata.read(file);
    } catch (IOException e) {
      refusal = String.valueOf(e.getMessage());
    }
    assertThat(refusal.isEmpty())
        .as("schema: %s, reader: %s", errors, refusal)
        .isEqualTo(errors.isEmpty());
  }

  @Test
  void variantsAreOfBothKinds() {
    List<String> all = documents().toList();
    long accepted =
        all.stream().filter(each -> schema.validate(each, InputFormat.JSON).isEmpty()).count();
    assertThat(accepted).isGreaterThan(50);
    assertThat(all.size() - accepted).isGreaterThan(500);
  }
}
