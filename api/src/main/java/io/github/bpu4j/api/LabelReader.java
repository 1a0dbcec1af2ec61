// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads label files: text, a JSON array, or a JSON object by index. */
final class LabelReader {
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_NAMES = 1 << 20;

  private LabelReader() {}

  static List<String> read(Path file) throws IOException {
    try {
      String text = text(file);
      List<String> names = names(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (names.isEmpty()) {
        throw new IOException("got no names, expected one per class");
      }
      return names;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("labels " + file + ": " + e.getMessage(), e);
    }
  }

  /** A device or a pipe would never end, so only regular files are read. */
  private static String text(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("not a regular file, expected a list of names");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException("more than " + MAX_BYTES + " bytes, expected a list of names");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("not UTF-8 text; save the file as UTF-8", e);
    }
  }

  private static List<String> names(String text) throws IOException {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{") ? json(text) : lines(text);
  }

  /** A blank line before the last name would shift or empty a class without anyone noticing. */
  private static List<String> lines(String text) throws IOException {
    List<String> names =
        text.stripTrailing().lines().limit(MAX_NAMES + 1L).map(String::strip).toList();
    requireCount(names.size());
    int blank = names.indexOf("");
    if (blank >= 0) {
      throw new IOException(
          "line " + (blank + 1) + " is blank, expected the name of class " + blank);
    }
    return names;
  }

  private static void requireCount(int names) throws IOException {
    if (names > MAX_NAMES) {
      throw new IOException("more than " + MAX_NAMES + " names");
    }
  }

  private static List<String> json(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      List<String> names =
          parser.nextToken() == JsonToken.START_ARRAY ? array(parser) : object(parser);
      if (parser.nextToken() != null) {
        throw unexpected(parser, "the end of the file");
      }
      return names;
    }
  }

  private static List<String> array(JsonParser parser) throws IOException {
    List<String> names = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      names.add(string(parser));
      requireCount(names.size());
    }
    return names;
  }

  private static List<String> object(JsonParser parser) throws IOException {
    TreeMap<Integer, String> byIndex = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int index = index(parser);
      String name = parser.nextToken() == JsonToken.START_ARRAY ? last(parser) : string(parser);
      if (byIndex.put(index, name) != null) {
        throw new IOException("index " + index + " occurs twice");
      }
      requireCount(byIndex.size());
    }
    for (int i = 0; i < byIndex.size(); i++) {
      if (!byIndex.containsKey(i)) {
        throw new IOException("index " + i + " is missing, expected every index from 0");
      }
    }
    return List.copyOf(byIndex.values());
  }

  private static int index(JsonParser parser) throws IOException {
    try {
      return Integer.parseInt(parser.currentName());
    } catch (NumberFormatException e) {
      throw unexpected(parser, "a class index as the key");
    }
  }

  private static String last(JsonParser parser) throws IOException {
    List<String> parts = array(parser);
    if (parts.isEmpty()) {
      throw unexpected(parser, "[id, name]");
    }
    return parts.get(parts.size() - 1);
  }

  private static String string(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw unexpected(parser, "a name in quotes");
    }
    return parser.getText();
  }

  private static IOException unexpected(JsonParser parser, String expected) throws IOException {
    return new IOException(
        "got "
            + parser.currentToken()
            + " at line "
            + parser.currentLocation().getLineNr()
            + ", expected "
            + expected);
  }
}
