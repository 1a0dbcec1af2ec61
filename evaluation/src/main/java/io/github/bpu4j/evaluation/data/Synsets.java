// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The WordNet ids of ImageNet's 1000 classes; their sorted order is the usual order of the classes.
 *
 * <p>Source: {@code timm/data/_info/imagenet_synsets.txt} of the PyPI package timm 1.0.31 (Apache
 * License 2.0).
 */
final class Synsets {
  static final int COUNT = 1000;

  /** An id that stands outside of any longer word or number, as in {@code n01440764_tench}. */
  private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9])n\\d{8}(?![A-Za-z0-9])");

  private static final String RESOURCE = "imagenet1k_synsets.txt";

  private Synsets() {}

  /** The first id in a text, such as a file's name. */
  static Optional<String> in(String text) {
    Matcher id = ID.matcher(text);
    return id.find() ? Optional.of(id.group()) : Optional.empty();
  }

  /** The place of an id among the 1000; negative if it is not among them. */
  static int index(String id) {
    return Collections.binarySearch(Ids.SORTED, id);
  }

  /** Loaded on first use because most data has other labels. */
  private static final class Ids {
    static final List<String> SORTED = read();

    private static List<String> read() {
      try (InputStream in = Synsets.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is missing; rebuild the jar");
        }
        List<String> ids =
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        if (ids.size() != COUNT) {
          throw new IllegalStateException(RESOURCE + " holds " + ids.size() + " ids");
        }
        return ids;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
