// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.api.spi.UnpackedLibrary;
import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's libraries to a folder where later starts find them.
 *
 * <p>The folder's name contains version and platform.
 *
 * @param platform as in the jar, for example {@code linux-x64}
 * @param version of the jar
 */
record NativeCache(String platform, String version) {
  private static final List<String> LIBRARIES =
      List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");
  private static final int REQUIRED = 2;

  static NativeCache of(String platform) {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return new NativeCache(platform, version == null ? "unknown" : version);
  }

  /**
   * Returns the folder with the libraries, which are unpacked now if necessary; close it when they
   * are loaded.
   *
   * @throws IOException if no folder is writable, or the jar does not support the platform
   */
  PrivateFolder unpacked() throws IOException {
    Map<String, UnpackedLibrary> libraries = libraries();
    return PrivateFolder.filled(name(), folder -> unpack(libraries, folder));
  }

  /** Of the folder in the cache. */
  String name() {
    return "onnxruntime-" + version + "-" + platform;
  }

  private static void unpack(Map<String, UnpackedLibrary> libraries, PrivateFolder folder)
      throws IOException {
    for (Map.Entry<String, UnpackedLibrary> library : libraries.entrySet()) {
      library.getValue().unpack(folder, library.getKey());
    }
  }

  private Map<String, UnpackedLibrary> libraries() throws IOException {
    Map<String, UnpackedLibrary> libraries = new LinkedHashMap<>();
    for (int i = 0; i < LIBRARIES.size(); i++) {
      String file = System.mapLibraryName(LIBRARIES.get(i)).replace("jnilib", "dylib");
      URL packed = packed(file);
      if (packed != null) {
        libraries.put(file, UnpackedLibrary.of(packed));
      } else if (i < REQUIRED) {
        throw new IOException("ONNX Runtime " + version + " has no " + file + " for " + platform);
      }
    }
    return libraries;
  }

  private @Nullable URL packed(String file) {
    return OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + file);
  }
}
