// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.api.spi.UnpackedLibrary;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.io.IOException;
import java.net.URL;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Our JNI library, loaded by path from a folder that only this user can write.
 *
 * <p>JavaCPP's own search would unpack it to a cache of JavaCPP's, {@code /tmp/.javacpp-USER} where
 * the home cannot be written, and load what it finds there under the right name, size and time. It
 * finds nothing to search for: our resource is not where it looks, and both our library and the
 * part of JavaCPP that is compiled into it are known to it as loaded before its classes ask. It
 * still creates the folder of its cache, which stays empty: it compares paths with its name.
 */
final class NativeCode {
  private static final String LIBRARY = "jnibpu4jdnn";
  private static final String JAVACPP = "jnijavacpp";

  private final UnpackedLibrary code;
  private final @Nullable UnpackedLibrary javacpp;

  private NativeCode(UnpackedLibrary code, @Nullable UnpackedLibrary javacpp) {
    this.code = code;
    this.javacpp = javacpp;
  }

  /** The library in this build for the machine, or null. */
  static @Nullable URL packed() {
    return Dnn.class.getResource("native/" + Loader.getPlatform() + "/lib" + LIBRARY + ".so");
  }

  /**
   * Loads it, once for this class loader.
   *
   * @param packed the library in this build
   * @throws IOException when it cannot be read, or be written anywhere
   * @throws LinkageError when the system does not load it
   */
  static void load(URL packed) throws IOException {
    new NativeCode(UnpackedLibrary.of(packed), ownOfJavacpp()).load();
    Loader.load(Dnn.class);
  }

  /** The part of JavaCPP from its jar for the platform, where the application has that. */
  private static @Nullable UnpackedLibrary ownOfJavacpp() throws IOException {
    URL packed = Loader.findResource(Loader.class, Loader.getPlatform() + "/lib" + JAVACPP + ".so");
    return packed == null ? null : UnpackedLibrary.of(packed);
  }

  private void load() throws IOException {
    try (PrivateFolder folder = PrivateFolder.filled("native", this::unpack)) {
      loadFrom(folder);
    } catch (UnsatisfiedLinkError e) {
      if (!isTakenByAnotherClassLoader(e)) {
        throw e;
      }
      try (PrivateFolder copies = PrivateFolder.fresh()) {
        unpack(copies);
        loadFrom(copies);
      }
    }
  }

  /** In Java's words: a file serves the one class loader that asked first. */
  private static boolean isTakenByAnotherClassLoader(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (String.valueOf(each.getMessage()).contains("already loaded in another classloader")) {
        return true;
      }
    }
    return false;
  }

  private void unpack(PrivateFolder folder) throws IOException {
    code.unpack(folder, fileName(LIBRARY, code));
    if (javacpp != null) {
      javacpp.unpack(folder, fileName(JAVACPP, javacpp));
    }
  }

  /** Names tell builds apart, so that one does not replace what another is about to load. */
  private static String fileName(String library, UnpackedLibrary code) {
    return "lib" + library + "-" + code.checksum() + ".so";
  }

  private void loadFrom(PrivateFolder folder) throws IOException {
    URL[] ours = {folder.resolve(fileName(LIBRARY, code)).toUri().toURL()};
    if (javacpp == null) {
      Loader.loadLibrary(Dnn.class, ours, JAVACPP);
    } else {
      URL[] its = {folder.resolve(fileName(JAVACPP, javacpp)).toUri().toURL()};
      Loader.loadLibrary(Loader.class, its, JAVACPP);
    }
    Loader.loadLibrary(Dnn.class, ours, LIBRARY);
  }
}
