// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that may stand under {@code info}, in the order of the file. */
final class FreeFacts {
  private FreeFacts() {}

  static Map<String, Object> copyOf(Map<?, ?> facts) {
    Map<String, Object> copy = new LinkedHashMap<>();
    facts.forEach((key, value) -> copy.put((String) key, copyOf(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copyOf(map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(FreeFacts::copyOf).toList();
    }
    if (value instanceof String || value instanceof Boolean || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw new IllegalArgumentException(
        "info: got " + value + ", expected text, numbers, true or false, lists and maps");
  }
}
