// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import io.github.bpu4j.api.spi.Spelling;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value in a JSON file.
 *
 * @param file it stands in
 * @param line it begins in, from 1
 * @param path of keys to it, such as {@code input.mean[0]}; empty for the outermost value
 * @param content a map or list of values, a text, a BigDecimal, a Boolean or {@link #NULL}
 */
record JsonValue(Path file, int line, String path, Object content) {
  /** The content of {@code null}. */
  static final Object NULL = new Object();

  private static final int SHOWN = 40;

  /** Checks that it is an object without other keys than these, and returns its members. */
  Map<String, JsonValue> members(Collection<String> known) throws IOException {
    Map<String, JsonValue> members = members();
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      if (!known.contains(member.getKey())) {
        throw member.getValue().unknownKey(member.getKey(), known);
      }
    }
    return members;
  }

  @SuppressWarnings("unchecked") // JsonDocument puts no other maps into values.
  private Map<String, JsonValue> members() throws IOException {
    if (!(content instanceof Map<?, ?>)) {
      throw refused("an object in braces");
    }
    return (Map<String, JsonValue>) content;
  }

  private IOException unknownKey(String key, Collection<String> known) {
    String advice =
        Spelling.closest(key, known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElseGet(
                () ->
                    "expected one of "
                        + known.stream().sorted().collect(Collectors.joining(", "))
                        + "; facts of your own go under info");
    return error("unknown key \"" + key + "\"; " + advice);
  }

  @SuppressWarnings("unchecked") // JsonDocument puts no other lists into values.
  List<JsonValue> elements() throws IOException {
    if (!isList()) {
      throw refused("a list in brackets");
    }
    return (List<JsonValue>) content;
  }

  boolean isList() {
    return content instanceof List<?>;
  }

  String text() throws IOException {
    if (content instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw refused("text in quotes");
  }

  boolean flag() throws IOException {
    if (content instanceof Boolean flag) {
      return flag;
    }
    throw refused("true or false");
  }

  /** A constant by its name, one of those allowed. */
  <E extends Enum<E>> E constant(List<E> allowed) throws IOException {
    Optional<E> found = allowed.stream().filter(each -> each.name().equals(content)).findFirst();
    if (found.isEmpty()) {
      throw refused(
          allowed.stream()
              .map(each -> '"' + each.name() + '"')
              .collect(Collectors.joining(" or ")));
    }
    return found.get();
  }

  int integer(int least, int most) throws IOException {
    if (content instanceof BigDecimal number && isWhole(number)) {
      if (number.compareTo(BigDecimal.valueOf(least)) >= 0
          && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return number.intValue();
      }
    }
    throw refused(
        least == most ? String.valueOf(least) : "a whole number from " + least + " to " + most);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** A number whose size is between two bounds. */
  float number(double least, double most) throws IOException {
    if (content instanceof BigDecimal number) {
      BigDecimal size = number.abs();
      if (size.compareTo(BigDecimal.valueOf(least)) >= 0
          && size.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return number.floatValue();
      }
    }
    throw refused(
        least == 0
            ? "a number from -" + most + " to " + most
            : "a number other than 0, of a size from " + least + " to " + most);
  }

  /** A fact as it may stand under {@code info}. */
  Object free() throws IOException {
    if (content instanceof Map<?, ?>) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Map.Entry<String, JsonValue> member : members().entrySet()) {
        map.put(member.getKey(), member.getValue().free());
      }
      return map;
    }
    if (isList()) {
      List<Object> list = new ArrayList<>();
      for (JsonValue element : elements()) {
        list.add(element.free());
      }
      return list;
    }
    if (content == NULL) {
      throw refused("a value, or no such key");
    }
    return content;
  }

  /** What to throw when the value is not as expected. */
  IOException refused(String expected) {
    return error("got " + shown() + ", expected " + expected);
  }

  IOException error(String problem) {
    return new IOException(
        file + ": line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
  }

  private String shown() {
    if (content instanceof String text) {
      return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + '"';
    }
    if (content instanceof Map<?, ?>) {
      return "an object";
    }
    if (isList()) {
      return "a list of " + ((List<?>) content).size();
    }
    return content == NULL ? "null" : String.valueOf(content);
  }
}
