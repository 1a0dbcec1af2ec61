// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import io.github.bpu4j.api.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a model's labels come from.
 *
 * @since 0.1.0
 */
public sealed interface LabelSource {
  /** Whether the model has a class 0 named {@code background} before those of the source. */
  boolean background();

  /** Returns the same source with or without a background class. */
  LabelSource withBackground(boolean first);

  /**
   * Returns the labels, the background class included.
   *
   * @param folder where a file of labels lies: the model's
   * @throws IOException if the file cannot be read or holds no labels
   */
  default Labels load(Path folder) throws IOException {
    Labels labels = loadPlain(folder);
    return background() ? labels.withBackground() : labels;
  }

  private Labels loadPlain(Path folder) throws IOException {
    if (this instanceof File file) {
      Path labels = folder.resolve(file.name());
      if (Files.notExists(labels)) {
        throw new NoSuchFileException(
            labels.toString(), null, "no such file; labels.file in the metadata names it");
      }
      return Labels.read(labels);
    }
    return this instanceof Inline inline ? Labels.of(inline.names()) : Labels.imagenet();
  }

  /**
   * ImageNet's 1000 labels, which the SDK contains.
   *
   * @since 0.1.0
   */
  record Imagenet(boolean background) implements LabelSource {
    @Override
    public Imagenet withBackground(boolean first) {
      return new Imagenet(first);
    }

    @Override
    public String toString() {
      return "imagenet" + suffix(background);
    }
  }

  /**
   * A file in the model's folder, in a format of {@link Labels#read}.
   *
   * @param name of the file, without a folder
   * @since 0.1.0
   */
  record File(String name, boolean background) implements LabelSource {
    /** What a file's name may be; also in the JSON Schema. */
    static final Pattern NAME = Pattern.compile("^(?!\\.{1,2}$)[^/\\\\:\\u0000-\\u001f]+$");

    public File {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "label file: got '" + name + "', expected the name of a file in the model's folder");
      }
    }

    @Override
    public File withBackground(boolean first) {
      return new File(name, first);
    }

    @Override
    public String toString() {
      return name + suffix(background);
    }
  }

  /**
   * Labels in the metadata itself.
   *
   * @param names one per class, without the background class
   * @since 0.1.0
   */
  record Inline(List<String> names, boolean background) implements LabelSource {
    public Inline {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("labels: got no names, expected one per class");
      }
    }

    @Override
    public Inline withBackground(boolean first) {
      return new Inline(names, first);
    }

    @Override
    public String toString() {
      return names.size() + " names, the first " + names.get(0) + suffix(background);
    }
  }

  private static String suffix(boolean background) {
    return background ? ", with background" : "";
  }
}
