// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings and versions that the build recorded in the file as text. Settings that exist once
 * per input are lists that end in {@code ;}.
 */
final class BuildRecord {
  /** Entries in one record; real ones have about 50. */
  static final int ENTRY_LIMIT = 1024;

  /** Items of a list, or numbers in an item; a color input has 3 numbers. */
  private static final int ITEM_LIMIT = 1024;

  private final SortedMap<String, String> entries;
  private final Map<String, List<String>> lists = new HashMap<>();

  BuildRecord() {
    this(Map.of());
  }

  BuildRecord(Map<String, String> entries) {
    this.entries = new TreeMap<>(entries);
  }

  /** Reads one {key, value} pair, the current field. */
  void addEntry(WireReader in) throws IOException {
    var pair = new String[] {"", ""};
    in.message(
        field -> {
          if (field == 1 || field == 2) {
            pair[field - 1] = in.lenientText();
          }
        });
    entries.put(pair[0], pair[1]);
    ReadingBudget.checkCount(entries.size(), ENTRY_LIMIT, "build settings");
  }

  /** Reads the pairs of one graph, the current field. */
  static BuildRecord read(WireReader in) throws IOException {
    var build = new BuildRecord();
    in.message(
        field -> {
          if (field == 1) {
            build.addEntry(in);
          }
        });
    return build;
  }

  /** These entries over those of another record. */
  BuildRecord over(BuildRecord other) {
    var both = new BuildRecord(other.entries);
    both.entries.putAll(entries);
    return both;
  }

  /** All entries, sorted by key. */
  Map<String, String> asMap() {
    return Collections.unmodifiableMap(entries);
  }

  /** A setting, or nothing if it is missing or blank. */
  Optional<String> text(String key) {
    return Optional.of(entries.getOrDefault(key, "").strip()).filter(text -> !text.isEmpty());
  }

  /** An input's item of a setting that exists once per input. */
  Optional<String> text(String key, int input) {
    List<String> items = list(key);
    return input < items.size()
        ? Optional.of(items.get(input)).filter(item -> !item.isEmpty())
        : Optional.empty();
  }

  /** An input's numbers; none if there are none or they are not numbers. */
  List<Double> numbers(String key, int input) {
    try {
      return text(key, input)
          .map(
              item ->
                  Arrays.stream(item.split("[,\\s]+", ITEM_LIMIT)).filter(word -> !word.isEmpty()))
          .map(words -> words.map(Double::valueOf).toList())
          .orElse(List.of());
    } catch (NumberFormatException e) {
      return List.of();
    }
  }

  /** The place of an input in the settings' lists. */
  int indexOf(String inputName, int otherwise) {
    int index = list("INPUT_NAMES").indexOf(inputName);
    return index >= 0 ? index : otherwise;
  }

  /** A setting that is one list for all inputs as text without its closing semicolon. */
  Optional<String> wholeList(String key) {
    return text(key).map(text -> text.endsWith(";") ? text.substring(0, text.length() - 1) : text);
  }

  private List<String> list(String key) {
    return lists.computeIfAbsent(key, this::split);
  }

  private List<String> split(String key) {
    String all = entries.getOrDefault(key, "");
    return Arrays.stream(all.split(";", ITEM_LIMIT)).map(String::strip).toList();
  }
}
