// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table, the C header and the documentation say the same. */
class StatusCodeTest {
  @Test
  void hasARowForEveryCodeOfTheHeader() throws IllegalAccessException {
    Map<String, Integer> header = new TreeMap<>();
    for (Field field : Dnn.class.getDeclaredFields()) {
      if (field.getType() == int.class && field.getInt(null) < 0) {
        header.put(field.getName(), field.getInt(null));
      }
    }
    Map<String, Integer> table = new TreeMap<>();
    for (StatusCode status : StatusCode.values()) {
      table.put(status.name(), status.code());
    }
    table.remove("UNKNOWN");
    assertThat(table).isEqualTo(header);
  }

  @Test
  void findsARowForAnyCode() {
    for (StatusCode status : StatusCode.values()) {
      assertThat(StatusCode.of(status.code())).isSameAs(status);
    }
    assertThat(StatusCode.of(-6000099)).isSameAs(StatusCode.UNKNOWN);
    assertThat(StatusCode.of(7)).isSameAs(StatusCode.UNKNOWN);
  }

  /** What the classifier relies on: any failure but a full queue spends the request. */
  @Test
  void keepsARequestOnlyWhenBusy() {
    for (StatusCode status : StatusCode.values()) {
      assertThat(status.fate() == RequestFate.KEPT)
          .as(status.name())
          .isEqualTo(status.whileInferring() == ExceptionKind.BUSY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../docs/errors.md", "../docs/zh/errors.md"})
  void standsInTheDocumentationRowByRow(String page) throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of(page)).stream()
            .filter(line -> line.startsWith("| `HB_") || line.startsWith("| `BPU4J_"))
            .toList();
    List<String> expected =
        Arrays.stream(StatusCode.values())
            .filter(status -> status != StatusCode.UNKNOWN)
            .map(StatusCodeTest::row)
            .toList();
    assertThat(rows.stream().map(row -> row.replaceAll("[^|]*\\|$", "")).toList())
        .isEqualTo(expected.stream().map(row -> row.replaceAll("[^|]*\\|$", "")).toList());
    if (!page.contains("/zh/")) {
      assertThat(rows).isEqualTo(expected);
    }
  }

  private static String row(StatusCode status) {
    return "| `%s` | %d | `%s` | `%s` | %s | %s | %s |"
        .formatted(
            status.name(),
            status.code(),
            exception(status.whileOpening()),
            exception(status.whileInferring()),
            status.retryable() ? "yes" : "no",
            status.fate().name().toLowerCase(Locale.ROOT),
            status.remedy());
  }

  private static String exception(ExceptionKind failure) {
    return switch (failure) {
      case MODEL_LOAD -> "ModelLoadException";
      case INCOMPATIBLE_MODEL -> "IncompatibleModelException";
      case INFERENCE -> "InferenceException";
      case INFERENCE_TIMEOUT -> "InferenceTimeoutException";
      case BUSY -> "ClassifierBusyException";
    };
  }
}
