// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The JVM's refusal to let a library call native code, and its remedy.
 *
 * <p>From JDK 24 on the JVM warns when code loads or declares native methods without {@code
 * --enable-native-access}; with {@code --illegal-native-access=deny}, which a later JDK makes the
 * default, it throws {@link IllegalCallerException} (JEP 472).
 *
 * @since 0.1.0
 */
public final class NativeAccess {
  private static final String UNNAMED = "ALL-UNNAMED";

  private NativeAccess() {}

  /**
   * Says which option allows what was refused; empty when the failure has another cause.
   *
   * @param failure of loading native code
   * @param callers classes that load native code or declare native methods; the option names their
   *     modules, or {@code ALL-UNNAMED} for those on the class path
   */
  public static Optional<String> objection(Throwable failure, Class<?>... callers) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalCallerException) {
        return Optional.of(
            "this JVM refuses native access (%s); start it with --enable-native-access=%s"
                .formatted(cause.getMessage(), modules(callers)));
      }
    }
    return Optional.empty();
  }

  private static String modules(Class<?>... callers) {
    return Arrays.stream(callers)
        .map(Class::getModule)
        .map(module -> module.isNamed() ? module.getName() : UNNAMED)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), names -> String.join(",", names)));
  }
}
