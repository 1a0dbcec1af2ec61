// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Points ONNX Runtime to native libraries that are unpacked already, for the time of its loading.
 *
 * <p>Left alone it unpacks 28 MB at each start. Where the cache cannot be used it is left alone,
 * with a warning that says why.
 */
final class NativeFolder {
  /** ONNX Runtime's own system property: the folder that its libraries are in. */
  static final String NATIVE_PATH = "onnxruntime.native.path";

  private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);

  private NativeFolder() {}

  /** Runs what loads ONNX Runtime; a folder that the user named stays in force. */
  static <T> T during(Supplier<T> loading) {
    Path folder = System.getProperty(NATIVE_PATH) == null ? unpacked() : null;
    if (folder == null) {
      return loading.get();
    }
    System.setProperty(NATIVE_PATH, folder.toString());
    try {
      return loading.get();
    } finally {
      System.clearProperty(NATIVE_PATH);
    }
  }

  private static @Nullable Path unpacked() {
    Path cache = null;
    try {
      cache = CacheFolder.ofThisUser();
      String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
      return NativeCache.of(platform).unpacked(cache);
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "ONNX Runtime's libraries cannot be kept in {} ({}); they are unpacked at each start,"
              + " which takes longer. Name a writable folder with -D{}=FOLDER or {}",
          cache == null ? "a cache folder" : cache,
          e.toString(),
          CacheFolder.PROPERTY,
          CacheFolder.VARIABLE);
      return null;
    }
  }

  /** As in the resource names of ONNX Runtime's jar, for instance {@code linux-x64}. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }
}
