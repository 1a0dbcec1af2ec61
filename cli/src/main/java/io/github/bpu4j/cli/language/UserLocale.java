// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the name of the user's locale for messages. */
public final class UserLocale {
  /** What the launcher found before it chose a locale in which Java reads names in UTF-8. */
  private static final String LOCALE_PROPERTY = "bpu4j.locale";

  private UserLocale() {}

  /** The name, such as {@code zh_CN.UTF-8}; empty if the user has none. */
  public static String ofProcess() {
    @Nullable String found = System.getProperty(LOCALE_PROPERTY);
    return found == null ? of(System.getenv()) : found;
  }

  /** The first of the variables that POSIX names for messages which is not empty. */
  static String of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
