// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A libdnn.so that this process has opened; one object for each, however often it is opened.
 *
 * <p>Memory: the shim owns the table behind {@code handle} and never frees it, since a library may
 * keep threads of its own.
 */
public final class DnnLibrary {
  private static final int MESSAGE_SIZE = 1024;
  private static final Map<Pointer, DnnLibrary> OPENED = new HashMap<>();

  private final Pointer handle;
  private final String name;
  private final DnnVersion version;
  private boolean probed;

  private DnnLibrary(Pointer handle, String name) {
    this.handle = handle;
    this.name = name;
    this.version = DnnVersion.parse(versionText(handle));
  }

  private static String versionText(Pointer handle) {
    BytePointer text = Dnn.bpu4j_version(handle);
    return text == null || text.isNull() ? "" : text.getString();
  }

  /**
   * Opens a library by path or bare name; no call goes to it yet.
   *
   * @throws LibraryRefusedException with the loader's message or the missing function
   */
  static DnnLibrary open(String name) throws LibraryRefusedException {
    synchronized (NativeBinding.LOCK) {
      try (BytePointer path = nativeText(name);
          BytePointer message = new BytePointer(MESSAGE_SIZE)) {
        Pointer handle = Dnn.bpu4j_open(path, message, MESSAGE_SIZE);
        if (handle == null || handle.isNull()) {
          throw new LibraryRefusedException(text(message));
        }
        return OPENED.computeIfAbsent(handle, key -> new DnnLibrary(key, name));
      }
    }
  }

  /** Loads a dependency of a library; returns why it could not, or empty. */
  static Optional<String> preload(String name) {
    synchronized (NativeBinding.LOCK) {
      try (BytePointer path = nativeText(name);
          BytePointer message = new BytePointer(MESSAGE_SIZE)) {
        int status = Dnn.bpu4j_preload(path, message, MESSAGE_SIZE);
        return status == 0 ? Optional.empty() : Optional.of(text(message));
      }
    }
  }

  /** The text in a buffer, up to its NUL; without a limit of 0 it would be the whole buffer. */
  private static String text(BytePointer buffer) {
    return buffer.limit(0).getString();
  }

  /** Text as the operating system's calls take it. */
  public static BytePointer nativeText(String text) {
    return new BytePointer(text, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
  }

  /** Routes every later call of this JVM to this library. */
  void bind() {
    Dnn.bpu4j_bind(handle);
  }

  public boolean has(String function) {
    try (BytePointer name = nativeText(function)) {
      return Dnn.bpu4j_has(handle, name) != 0;
    }
  }

  /** As it was first named. */
  public String name() {
    return name;
  }

  public DnnVersion version() {
    return version;
  }

  /** Whether a model has shown that structures are laid out as expected. */
  public boolean isProbed() {
    return probed;
  }

  public void setProbed() {
    probed = true;
  }

  @Override
  public String toString() {
    return name + " " + version.text();
  }
}
