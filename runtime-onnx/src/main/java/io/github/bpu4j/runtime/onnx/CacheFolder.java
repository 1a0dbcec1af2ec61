// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where files that can be made again are kept between starts. */
final class CacheFolder {
  static final String PROPERTY = "bpu4j.cache.dir";
  static final String VARIABLE = "BPU4J_CACHE_DIR";

  private CacheFolder() {}

  static Path ofThisUser() {
    return find(System::getProperty, System::getenv);
  }

  /**
   * The property, else the variable, else the platform's folder: {@code $XDG_CACHE_HOME} or {@code
   * ~/.cache} on Linux, {@code ~/Library/Caches} on macOS, {@code %LOCALAPPDATA%} on Windows.
   */
  static Path find(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    String named = firstSet(properties.apply(PROPERTY), variables.apply(VARIABLE));
    return named != null ? Path.of(named) : platformFolder(properties, variables).resolve("bpu4j");
  }

  private static Path platformFolder(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    Path home = Path.of(String.valueOf(properties.apply("user.home")));
    String os = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    boolean windows = os.contains("win");
    String folder = variables.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    if (folder != null && Path.of(folder).isAbsolute()) {
      return Path.of(folder);
    }
    return windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
  }

  private static @Nullable String firstSet(@Nullable String first, @Nullable String second) {
    return first != null && !first.isBlank()
        ? first
        : second == null || second.isBlank() ? null : second;
  }
}
