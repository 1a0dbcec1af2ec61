// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.PrivateFolder;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Makes ONNX Runtime use unpacked native libraries while it is being loaded.
 *
 * <p>Otherwise it unpacks 28 MB at every start.
 *
 * <p>The JVM loads a file for one class loader only. Where several have bpu4j, as in a server with
 * two web applications, all but the first one load temporary copies.
 */
final class NativeFolder {
  /** ONNX Runtime's own system property: the folder that its libraries are in. */
  static final String NATIVE_PATH = "onnxruntime.native.path";

  /** System property that tells other class loaders which folders are taken. */
  private static final String TAKEN = "io.github.bpu4j.runtime.onnx.taken";

  private NativeFolder() {}

  /**
   * Runs the action that loads ONNX Runtime; a folder set by the user takes precedence.
   *
   * @throws IOException if the libraries cannot be unpacked
   */
  static <T> T during(Supplier<T> loading) throws IOException {
    // The properties are the process's, and so must be the lock.
    synchronized (System.getProperties()) {
      if (System.getProperty(NATIVE_PATH) != null) {
        return loading.get();
      }
      try (PrivateFolder folder = folder()) {
        System.setProperty(NATIVE_PATH, folder.path().toString());
        return loading.get();
      } finally {
        System.clearProperty(NATIVE_PATH);
      }
    }
  }

  private static PrivateFolder folder() throws IOException {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    NativeCache cache = NativeCache.of(platform);
    PrivateFolder folder = cache.unpacked();
    return take(folder.path().toString()) ? folder : cache.copied();
  }

  /** Whether no other class loader has taken it before. */
  private static boolean take(String folder) {
    String taken = System.getProperty(TAKEN, "");
    if (taken.lines().anyMatch(folder::equals)) {
      return false;
    }
    System.setProperty(TAKEN, taken + folder + "\n");
    return true;
  }

  /** As in the resource names of ONNX Runtime's jar, for example {@code linux-x64}. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }
}
