// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.NativeAccess;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads ONNX Runtime's native library once per process, and remembers why that failed. */
final class OrtLibrary {
  private static @Nullable OrtEnvironment environment;
  private static @Nullable Availability answer;

  private OrtLibrary() {}

  /** Whether the library is loaded; the first call loads it. */
  static synchronized Availability availability() {
    Availability known = answer;
    if (known == null) {
      known = load();
      answer = known;
    }
    return known;
  }

  /** Returns the only environment of the process, which is never closed. */
  static synchronized OrtEnvironment environment() {
    Availability known = availability();
    OrtEnvironment loaded = environment;
    if (loaded == null) {
      throw new RuntimeUnavailableException("ONNX Runtime cannot be loaded", Map.of("onnx", known));
    }
    return loaded;
  }

  private static Availability load() {
    try {
      OrtEnvironment loaded = NativeFolder.during(OrtLibrary::quietEnvironment);
      loaded.setTelemetry(false);
      environment = loaded;
      return Availability.yes("ONNX Runtime " + loaded.getVersion() + " on the CPU");
    } catch (IOException e) {
      return Availability.no(reason(String.valueOf(e.getMessage())));
    } catch (LinkageError | RuntimeException | OrtException e) {
      return Availability.no(
          NativeAccess.objection(e, OrtEnvironment.class)
              .orElseGet(() -> reason(root(e).toString())));
    }
  }

  /** ONNX Runtime writes its log to stderr; errors are reported as exceptions anyway. */
  private static OrtEnvironment quietEnvironment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "bpu4j");
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String reason(String detail) {
    return "ONNX Runtime's native library does not load on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + " ("
        + detail
        + "); it is made for Linux with glibc on x86-64 and aarch64, macOS on Apple silicon and"
        + " Windows on x86-64; -D"
        + NativeFolder.NATIVE_PATH
        + "=FOLDER names a folder with libraries of your own";
  }
}
