// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.spi.Spelling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the class that a label of the data means; immutable.
 *
 * <p>A label is, in this order: a synset id, if the model has ImageNet's classes; a whole label of
 * the model; the first name in one ({@code tench} of {@code tench, Tinca tinca}); another name in
 * one; the index of a class from 0. Names match if they differ only in case or have {@code _} for a
 * blank; an exact match comes first. A name that means several classes is refused.
 *
 * @since 0.1.0
 */
public final class ClassNames {
  private static final String BACKGROUND = "background";

  /** Share of ImageNet's labels that a model must have in their places to have its classes. */
  private static final double MOSTLY = 0.9;

  private final Labels labels;
  private final List<Map<String, Set<Integer>>> steps;

  /** Number of the class of the first synset; negative if the classes are not ImageNet's. */
  private final int firstSynset;

  private ClassNames(Labels labels) {
    this.labels = labels;
    Map<String, Set<Integer>> exactWhole = new HashMap<>();
    Map<String, Set<Integer>> whole = new HashMap<>();
    Map<String, Set<Integer>> exactFirst = new HashMap<>();
    Map<String, Set<Integer>> first = new HashMap<>();
    Map<String, Set<Integer>> any = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.name(i);
      List<String> names = names(label);
      if (names.size() > 1) {
        put(exactWhole, label, i);
        put(whole, plain(label), i);
      }
      put(exactFirst, names.get(0), i);
      put(first, plain(names.get(0)), i);
      for (String name : names) {
        put(any, plain(name), i);
      }
    }
    steps = List.of(exactWhole, whole, exactFirst, first, any);
    firstSynset = firstSynset(labels);
  }

  /** The classes that a label may mean are those of a model with these labels. */
  public static ClassNames of(Labels labels) {
    return new ClassNames(labels);
  }

  /**
   * The class that a label means.
   *
   * @param index of the class
   * @param kind of label
   * @since 0.1.0
   */
  public record Match(int index, LabelKind kind) {}

  /** Number of classes of the model. */
  public int classes() {
    return labels.size();
  }

  /**
   * Finds the class of a label.
   *
   * @throws LabelException if it means no class or several; the message says what is expected
   */
  public Match find(String label) {
    String text = label.strip();
    Optional<String> synset = Synsets.in(text).filter(text::startsWith);
    if (synset.isPresent() && !steps.get(2).containsKey(text)) {
      return new Match(synset(synset.get()), LabelKind.SYNSET);
    }
    for (int step = 0; step < steps.size(); step++) {
      boolean exact = step == 0 || step == 2;
      Set<Integer> found = steps.get(step).get(exact ? text : plain(text));
      if (found != null) {
        return new Match(only(label, found), LabelKind.NAME);
      }
    }
    return new Match(index(text), LabelKind.INDEX);
  }

  private int synset(String id) {
    if (firstSynset < 0) {
      throw new LabelException(
          "'%s' is a synset id, but the model's %d classes are not ImageNet's; expected %s"
              .formatted(id, classes(), expected()));
    }
    int index = Synsets.index(id);
    if (index < 0) {
      throw new LabelException("'" + id + "' is none of ImageNet's 1000 synset ids");
    }
    return firstSynset + index;
  }

  private int only(String label, Set<Integer> found) {
    if (found.size() > 1) {
      throw new LabelException(
          "'%s' is ambiguous: it names the classes %s; use the index or the synset id"
              .formatted(
                  label,
                  found.stream()
                      .map(i -> i + " (" + labels.name(i) + ")")
                      .collect(Collectors.joining(" and "))));
    }
    return found.iterator().next();
  }

  private int index(String text) {
    if (text.matches("\\d{1,9}")) {
      int index = Integer.parseInt(text);
      if (index < classes()) {
        return index;
      }
    }
    throw new LabelException(
        "'%s' is not a class of the model; expected %s%s"
            .formatted(
                text,
                expected(),
                Spelling.closest(plain(text), steps.get(3).keySet())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("")));
  }

  private String expected() {
    return "%s'%s', another label of the model, or an index from 0 to %d"
        .formatted(firstSynset < 0 ? "" : "a synset id, ", labels.name(0), classes() - 1);
  }

  private static void put(Map<String, Set<Integer>> names, String name, int index) {
    names.computeIfAbsent(name, none -> new TreeSet<>()).add(index);
  }

  private static String plain(String name) {
    return name.replace('_', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static int firstSynset(Labels labels) {
    int shift = labels.name(0).equals(BACKGROUND) ? 1 : 0;
    if (labels.size() != Synsets.COUNT + shift) {
      return -1;
    }
    Labels imagenet = Labels.imagenet();
    long same =
        IntStream.range(0, Synsets.COUNT)
            .filter(i -> shareAName(labels.name(i + shift), imagenet.name(i)))
            .count();
    return same >= MOSTLY * Synsets.COUNT ? shift : -1;
  }

  private static boolean shareAName(String label, String other) {
    Set<String> names = names(label).stream().map(ClassNames::plain).collect(Collectors.toSet());
    return names(other).stream().map(ClassNames::plain).anyMatch(names::contains);
  }

  /** The names in a label; a label without commas is one. */
  private static List<String> names(String label) {
    return Arrays.stream(label.split(",", -1)).map(String::strip).toList();
  }
}
