// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a model's classes, in the order of its output; immutable.
 *
 * @since 0.1.0
 */
public final class Labels {
  private static final int IMAGENET_CLASSES = 1000;

  private final List<String> names;
  private final Map<String, List<String>> displayNames;

  private Labels(List<String> names, Map<String, List<String>> displayNames) {
    this.names = names;
    this.displayNames = displayNames;
  }

  /**
   * Creates labels in this order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Labels of(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("labels: got an empty list, expected one name per class");
    }
    return new Labels(List.copyOf(names), Map.of());
  }

  /**
   * Reads labels from a UTF-8 file.
   *
   * <p>Text: one label per line; trailing blank lines are ignored. JSON (the first character is a
   * bracket or a brace): an array of labels, an object that maps index to label, or an object that
   * maps index to {@code [id, label]}, as written by Keras.
   *
   * @throws IOException if the file cannot be read, has another format, or skips an index
   */
  public static Labels read(Path file) throws IOException {
    return of(LabelReader.read(file));
  }

  /**
   * Returns the 1000 ImageNet labels in the usual order, as English synsets with Chinese display
   * names.
   *
   * <p>Source of the labels: the package imagenet-classes 0.2.1 (MIT License); they equal the model
   * zoo's list. The Chinese names were written for this project.
   */
  public static Labels imagenet() {
    return ImageNet.LABELS;
  }

  /** Returns {@code class_0}, {@code class_1}, ... for a model whose classes have no labels. */
  public static Labels numbered(int classes) {
    return of(IntStream.range(0, classes).mapToObj(i -> "class_" + i).toList());
  }

  /**
   * Inserts a class 0 with the label {@code background} before the others.
   *
   * <p>For models trained with 1001 ImageNet classes.
   */
  public Labels withBackground() {
    Map<String, List<String>> shifted = new HashMap<>();
    displayNames.forEach((language, list) -> shifted.put(language, prepend("background", list)));
    return new Labels(prepend("background", names), Map.copyOf(shifted));
  }

  /**
   * Adds display names in another language.
   *
   * @param locale only its language is used
   * @param translated one name per class, in the same order
   */
  public Labels withDisplayNames(Locale locale, List<String> translated) {
    if (translated.size() != names.size()) {
      throw new IllegalArgumentException(
          "display names: got " + translated.size() + ", expected one per class, " + names.size());
    }
    Map<String, List<String>> more = new HashMap<>(displayNames);
    more.put(locale.getLanguage(), List.copyOf(translated));
    return new Labels(names, Map.copyOf(more));
  }

  /** Number of classes. */
  public int size() {
    return names.size();
  }

  /**
   * Returns the label of a class.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public String name(int index) {
    return names.get(index);
  }

  /**
   * Returns the label of a class in a language, or the label itself if there is none or no locale
   * is given.
   */
  public String displayName(int index, @Nullable Locale locale) {
    List<String> translated = locale == null ? null : displayNames.get(locale.getLanguage());
    return translated == null ? names.get(index) : translated.get(index);
  }

  /** Returns all labels in order. */
  public List<String> names() {
    return names;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that
        && names.equals(that.names)
        && displayNames.equals(that.displayNames);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.size() + " labels, the first " + names.get(0);
  }

  private static List<String> prepend(String first, List<String> rest) {
    List<String> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return List.copyOf(all);
  }

  /** Loaded on first use because most applications with other classes never need it. */
  private static final class ImageNet {
    static final Labels LABELS =
        Labels.of(resource("imagenet1k.txt"))
            .withDisplayNames(Locale.CHINESE, resource("imagenet1k_zh.txt"));

    private static List<String> resource(String name) {
      try (InputStream in = Labels.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is missing beside the class; rebuild the jar");
        }
        List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != IMAGENET_CLASSES) {
          throw new IllegalStateException(name + " holds " + lines.size() + " names");
        }
        return lines;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
