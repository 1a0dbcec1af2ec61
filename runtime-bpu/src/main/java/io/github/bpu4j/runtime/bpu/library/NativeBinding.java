// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import io.github.bpu4j.api.spi.NativeAccess;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's one binding to a libdnn.so, and the number of its holders.
 *
 * <p>Models and requests hold it while they own native memory; no other library can be bound before
 * the last one is closed.
 */
public final class NativeBinding {
  /** Guards loading, releasing, allocating and freeing, whose thread-safety is not documented. */
  public static final Object LOCK = new Object();

  private static @Nullable DnnLibrary bound;
  private static int holders;

  private NativeBinding() {}

  /** Loaded once; a failure to load is remembered, since the JVM does not try twice. */
  private static final class Jni {
    static final Optional<String> OBJECTION = load();

    private static Optional<String> load() {
      URL packed = NativeCode.packed();
      if (packed == null) {
        return Optional.of(
            "this build contains no native code for "
                + Loader.getPlatform()
                + " (linux-x86_64 and linux-arm64 are supported; a build needs their compilers)");
      }
      try {
        NativeCode.load(packed);
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of("the native code of bpu4j cannot be unpacked: " + e.getMessage());
      } catch (LinkageError | RuntimeException e) {
        return NativeAccess.objection(e, Dnn.class, Loader.class).or(() -> Optional.of(explain(e)));
      }
    }

    private static String explain(Throwable failure) {
      Throwable cause = failure.getCause();
      return "the native code of bpu4j does not load ("
          + failure
          + (cause == null ? "" : ", because of " + cause)
          + ")";
    }
  }

  /** Why the JNI part cannot be loaded here; empty when it is loaded. */
  static Optional<String> jniObjection() {
    return Jni.OBJECTION;
  }

  /**
   * Binds the library for one more holder.
   *
   * @throws IllegalStateException while another library is held
   */
  public static void acquire(DnnLibrary library) {
    synchronized (LOCK) {
      if (bound != library) {
        if (bound != null && holders > 0) {
          throw new IllegalStateException(
              "cannot switch to "
                  + library
                  + ": "
                  + bound
                  + " is in use by "
                  + holders
                  + " open models and requests; close them first, one process uses one libdnn.so");
        }
        library.bind();
        bound = library;
      }
      holders++;
    }
  }

  /** One more holder of the library that is bound already. */
  public static void acquireAgain() {
    synchronized (LOCK) {
      holders++;
    }
  }

  public static void release() {
    synchronized (LOCK) {
      holders--;
    }
  }
}
