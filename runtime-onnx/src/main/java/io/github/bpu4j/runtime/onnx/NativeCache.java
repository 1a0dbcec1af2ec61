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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's libraries to a folder where later starts find them.
 *
 * <p>The libraries must keep their file names, so the folder's name tells builds apart: it contains
 * the checksum of each.
 */
final class NativeCache {
  private static final List<String> LIBRARIES =
      List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");
  private static final int REQUIRED = 2;

  private final String platform;
  private final Map<String, UnpackedLibrary> libraries;

  private NativeCache(String platform, Map<String, UnpackedLibrary> libraries) {
    this.platform = platform;
    this.libraries = libraries;
  }

  /**
   * Looks up the libraries in ONNX Runtime's jar.
   *
   * @param platform as in the jar, for example {@code linux-x64}
   * @throws IOException if the jar does not support the platform
   */
  static NativeCache of(String platform) throws IOException {
    return of(platform, NativeCache::packed);
  }

  /** Looks up the libraries by platform and file name. */
  static NativeCache of(String platform, BiFunction<String, String, @Nullable URL> packed)
      throws IOException {
    Map<String, UnpackedLibrary> libraries = new LinkedHashMap<>();
    for (int i = 0; i < LIBRARIES.size(); i++) {
      String file = fileName(LIBRARIES.get(i));
      URL library = packed.apply(platform, file);
      if (library != null) {
        libraries.put(file, UnpackedLibrary.of(library));
      } else if (i < REQUIRED) {
        throw new IOException("ONNX Runtime's jar has no " + file + " for " + platform);
      }
    }
    return new NativeCache(platform, libraries);
  }

  /**
   * Returns the folder with the libraries, which are unpacked now if necessary; close it when they
   * are loaded.
   *
   * @throws IOException if no folder is writable
   */
  PrivateFolder unpacked() throws IOException {
    return PrivateFolder.filled(name(), this::unpack);
  }

  /** Returns a temporary folder with copies of the libraries; close it when they are loaded. */
  PrivateFolder copied() throws IOException {
    PrivateFolder folder = PrivateFolder.fresh();
    try {
      unpack(folder);
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /** Of the folder in the cache. */
  String name() {
    return libraries.values().stream()
        .map(UnpackedLibrary::checksum)
        .collect(Collectors.joining("-", "onnxruntime-" + platform + "-", ""));
  }

  /** Of a library that all others need, as unpacked. */
  static String fileName(String library) {
    return System.mapLibraryName(library).replace("jnilib", "dylib");
  }

  private void unpack(PrivateFolder folder) throws IOException {
    for (Map.Entry<String, UnpackedLibrary> library : libraries.entrySet()) {
      library.getValue().unpack(folder, library.getKey());
    }
  }

  private static @Nullable URL packed(String platform, String file) {
    return OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + file);
  }
}
