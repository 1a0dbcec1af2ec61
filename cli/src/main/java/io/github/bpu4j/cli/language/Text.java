// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say, made where the language of the reader is not known, or where JSON needs it in
 * English as well.
 *
 * @param key of the translation in the bundle
 * @param english in the notation of {@link String#format}
 * @param arguments numbers, names and inner texts
 */
public record Text(String key, String english, List<@Nullable Object> arguments) {
  public Text {
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  /** The test of the bundle finds calls of this by name. */
  public static Text of(String key, String english, @Nullable Object... arguments) {
    return new Text(key, english, Arrays.asList(arguments));
  }

  /** The text as JSON and logs quote it. */
  @Override
  public String toString() {
    return Texts.english().text(this);
  }
}
