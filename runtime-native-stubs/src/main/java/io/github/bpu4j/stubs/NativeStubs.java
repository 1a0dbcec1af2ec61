// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the stand-in libdnn.so from the jar.
 *
 * <pre>{@code
 * Path library = NativeStubs.library();
 * StubControl control = NativeStubs.control();
 * control.model("resnet18_224x224_nv12");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class NativeStubs {
  private static final List<String> MODELS =
      List.of(
          "checksum_224x224_nv12",
          "float_outputs_with_scales",
          "narrow_50x34_nv12",
          "quantized_outputs",
          "region_48x32_nv12",
          "resnet18_224x224_nv12",
          "resnet18_224x224_nv12_two_outputs",
          "tiny_48x32_nv12",
          "two_models");

  private static @Nullable Path library;
  private static @Nullable StubControl control;

  private NativeStubs() {}

  /**
   * Returns the stand-in for this machine: one copy per process, with its control file next to it,
   * deleted when the JVM exits.
   *
   * @throws IllegalStateException if {@link #unavailable} has a reason
   * @throws UncheckedIOException if it cannot be written to the temporary folder
   */
  public static synchronized Path library() {
    Path unpacked = library;
    if (unpacked == null) {
      unavailable()
          .ifPresent(
              reason -> {
                throw new IllegalStateException(reason);
              });
      try {
        Path folder = Files.createTempDirectory("bpu4j-stub");
        folder.toFile().deleteOnExit();
        unpacked = unpack(platform(), folder);
        Path controlFile = folder.resolve("libdnn.so.control");
        control = StubControl.open(controlFile);
        unpacked.toFile().deleteOnExit();
        controlFile.toFile().deleteOnExit();
        library = unpacked;
      } catch (IOException e) {
        throw new UncheckedIOException("unpacking the stand-in libdnn.so", e);
      }
    }
    return unpacked;
  }

  /** Returns the control of {@link #library}. */
  public static synchronized StubControl control() {
    library();
    StubControl opened = control;
    if (opened == null) {
      throw new IllegalStateException("the stand-in was unpacked without its control file");
    }
    return opened;
  }

  /** Returns why there is no stand-in for this machine; empty if there is one. */
  public static Optional<String> unavailable() {
    String platform = platform();
    if (!platform.startsWith("linux-")) {
      return Optional.of("the stand-in libdnn.so runs on Linux alone, not on " + platform);
    }
    return StubFiles.hasLibrary(platform)
        ? Optional.empty()
        : Optional.of(
            "no stand-in libdnn.so for "
                + platform
                + " in this build: it was made without a"
                + " compiler for that platform");
  }

  /** Returns this machine's platform: {@code linux-x86_64}, {@code linux-arm64}, or another. */
  public static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    return system
        + "-"
        + switch (machine) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
  }

  /**
   * Writes the stand-in of a platform to {@code libdnn.so} in a folder.
   *
   * @param platform {@code linux-x86_64} or {@code linux-arm64}
   * @return the file
   */
  public static Path unpack(String platform, Path folder) throws IOException {
    return StubFiles.write(folder.resolve("libdnn.so"), StubFiles.library(platform));
  }

  /**
   * Writes this machine's stand-in without one function to {@code libdnn.so} in a folder.
   *
   * @return the file
   */
  public static Path unpackWithout(StubFunction function, Path folder) throws IOException {
    byte[] library = StubFiles.library(platform());
    return StubFiles.write(folder.resolve("libdnn.so"), StubFiles.without(library, function));
  }

  /** Returns the names of the bundled descriptions, sorted. */
  public static List<String> models() {
    return MODELS;
  }

  /**
   * Writes a bundled description to {@code <name>.bin} in a folder: a file that the stand-in loads
   * without further settings.
   *
   * @return the file
   * @throws IllegalArgumentException if there is no such description
   */
  public static Path unpackModel(String name, Path folder) throws IOException {
    return StubFiles.write(folder.resolve(name + ".bin"), StubFiles.model(name));
  }
}
