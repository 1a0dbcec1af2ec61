// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of values in a JSON text, for changing one of them. */
final class Tokens {
  /** A value from begin to end, and the key before it; key is -1 for an element. */
  record Place(int key, int begin, int end) {
    String replacedBy(String document, String value) {
      return document.substring(0, begin) + value + document.substring(end);
    }

    Optional<String> renamed(String document) {
      return key < 0
          ? Optional.empty()
          : Optional.of(document.substring(0, key + 1) + "x" + document.substring(key + 1));
    }
  }

  private static final Pattern SCALAR = Pattern.compile("\"[^\"]*\"|[^,\\]}]+");

  private Tokens() {}

  static List<Place> values(String document) {
    List<Place> places = new ArrayList<>();
    Deque<Place> open = new ArrayDeque<>();
    try (JsonParser parser = new JsonFactory().createParser(document)) {
      int key = -1;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        if (token == JsonToken.FIELD_NAME) {
          key = begin;
          continue;
        }
        if (token.isStructStart()) {
          open.push(new Place(key, begin, begin));
        } else if (token.isStructEnd()) {
          Place whole = open.pop();
          places.add(new Place(whole.key(), whole.begin(), begin + 1));
        } else {
          Matcher scalar = SCALAR.matcher(document).region(begin, document.length());
          places.add(new Place(key, begin, scalar.lookingAt() ? scalar.end() : begin));
        }
        key = -1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }
}
