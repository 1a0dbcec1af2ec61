// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the folder for files that can be recreated and are kept between starts. */
final class CacheFolder {
  static final String PROPERTY = "bpu4j.cache.dir";
  static final String VARIABLE = "BPU4J_CACHE_DIR";

  private CacheFolder() {}

  static Path ofThisUser() throws IOException {
    return find(System::getProperty, System::getenv);
  }

  /**
   * Returns the property, or else the variable, or else the platform's folder: {@code
   * $XDG_CACHE_HOME} or {@code ~/.cache} on Linux, {@code ~/Library/Caches} on macOS, {@code
   * %LOCALAPPDATA%} on Windows.
   *
   * @throws IOException for a user without a home, as in containers that run as a numeric user
   */
  static Path find(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables)
      throws IOException {
    String named = firstSet(properties.apply(PROPERTY), variables.apply(VARIABLE));
    return named != null ? Path.of(named) : platformFolder(properties, variables).resolve("bpu4j");
  }

  private static Path platformFolder(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables)
      throws IOException {
    String os = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return home(properties).resolve("Library").resolve("Caches");
    }
    boolean windows = os.contains("win");
    String folder = variables.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    if (folder != null && Path.of(folder).isAbsolute()) {
      return Path.of(folder);
    }
    Path home = home(properties);
    return windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
  }

  private static Path home(UnaryOperator<@Nullable String> properties) throws IOException {
    String named = String.valueOf(properties.apply("user.home"));
    Path home = Path.of(named);
    if (!home.isAbsolute()) {
      throw new IOException("this user has no home folder (user.home is \"" + named + "\")");
    }
    return home;
  }

  private static @Nullable String firstSet(@Nullable String first, @Nullable String second) {
    return first != null && !first.isBlank()
        ? first
        : second == null || second.isBlank() ? null : second;
  }
}
