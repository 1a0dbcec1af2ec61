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
   * The stand-in for this machine: one copy for this process, with its control file beside it,
   * deleted when the JVM ends.
   *
   * @throws IllegalStateException when {@link #unavailable} has a reason
   * @throws UncheckedIOException when it cannot be written to the folder for temporary files
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

  /** What steers and watches {@link #library}. */
  public static synchronized StubControl control() {
    library();
    StubControl opened = control;
    if (opened == null) {
      throw new IllegalStateException("the stand-in was unpacked without its control file");
    }
    return opened;
  }

  /** Why there is no stand-in for this machine; empty when there is one. */
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

  /** This machine as {@code linux-x86_64}, {@code linux-arm64}, or whatever else it is. */
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
   * Writes this machine's stand-in, with one function missing, to {@code libdnn.so} in a folder.
   *
   * @return the file
   */
  public static Path unpackWithout(StubFunction function, Path folder) throws IOException {
    byte[] library = StubFiles.library(platform());
    return StubFiles.write(folder.resolve("libdnn.so"), StubFiles.without(library, function));
  }

  /** The names of the shipped descriptions, sorted. */
  public static List<String> models() {
    return MODELS;
  }

  /**
   * Writes a shipped description to {@code <name>.bin} in a folder: a file that the stand-in loads
   * with no further setting.
   *
   * @return the file
   * @throws IllegalArgumentException when no such description is shipped
   */
  public static Path unpackModel(String name, Path folder) throws IOException {
    return StubFiles.write(folder.resolve(name + ".bin"), StubFiles.model(name));
  }
}
