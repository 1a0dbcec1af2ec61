// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.InferenceRuntime;
import java.net.URL;
import java.security.CodeSource;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Whether the SDK was merged with its dependencies into one jar, where runtimes are easily lost.
 *
 * <p>Every runtime's jar has a service file of the same name; tools that merge jars keep one of
 * them unless told to merge these too. A jar that holds two runtimes has lost none in this way.
 */
final class MergedJar {
  private MergedJar() {}

  /** A remark to append to a message that a runtime is missing; empty for separate jars. */
  static String remark() {
    long found = ServiceLoader.load(InferenceRuntime.class).stream().count();
    return remark(location(Runtimes.class), location(Logger.class), found);
  }

  /**
   * The same for the places that this class and a class of another artifact were loaded from.
   *
   * @param own null if the class loader does not tell
   * @param found number of runtimes on the class path, available or not
   */
  static String remark(@Nullable URL own, @Nullable URL dependency, long found) {
    boolean merged =
        own != null && dependency != null && own.toString().equals(dependency.toString());
    if (!merged || found > 1) {
      return "";
    }
    return "; this program is one jar (%s): if it has another runtime, the jar's META-INF/services/%s lost that line, so let the tool that builds the jar merge service files (docs/in-your-build.md)"
        .formatted(own, InferenceRuntime.class.getName());
  }

  private static @Nullable URL location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
