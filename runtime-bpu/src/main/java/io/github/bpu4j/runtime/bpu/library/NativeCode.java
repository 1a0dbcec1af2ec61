// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Our JNI library, which JavaCPP unpacks to its cache and loads.
 *
 * <p>By default, JavaCPP reuses a file in its cache when the jar's name, the size and the time
 * stamp are the same as in the jar. Two builds may share all three: an application keeps the name
 * of its jar, reproducible builds keep their time stamp, and sizes are rounded to pages. New
 * classes would then call old code, so the unpacked file's name contains the checksum.
 */
final class NativeCode {
  private static final String LIBRARY = "jnibpu4jdnn";

  private NativeCode() {}

  /** The file in this build for this machine; null when there is none. */
  static @Nullable URL packed() {
    return Dnn.class.getResource(Loader.getPlatform() + "/lib" + LIBRARY + ".so");
  }

  /**
   * Loads it, once for this class loader.
   *
   * @throws LinkageError when it cannot be found, unpacked or loaded
   */
  static void load() {
    try {
      URL unpacked = nameOfItsOwn(packed());
      if (unpacked != null) {
        Loader.loadLibrary(Dnn.class, new URL[] {unpacked}, LIBRARY);
      }
    } catch (IOException | UnsatisfiedLinkError e) {
      // The next line tries again and says why; for a second class loader it knows a way.
    }
    Loader.load(Dnn.class);
  }

  /** JavaCPP gives an unpacked file the name after the hash sign. */
  private static @Nullable URL nameOfItsOwn(@Nullable URL packed) throws IOException {
    if (packed == null || !(packed.openConnection() instanceof JarURLConnection jar)) {
      return null;
    }
    return new URL("%s#lib%s-%08x.so".formatted(packed, LIBRARY, jar.getJarEntry().getCrc()));
  }
}
