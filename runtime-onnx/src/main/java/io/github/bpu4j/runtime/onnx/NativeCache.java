// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's libraries into a folder that later starts find them in.
 *
 * <p>The folder's name holds version and platform. Each file is written beside its place and moved
 * there in one step, so that a file with the right name is whole, however many processes start on
 * an empty cache at once.
 *
 * @param platform as in the jar, for instance {@code linux-x64}
 * @param version of the jar
 */
record NativeCache(String platform, String version) {
  private static final List<String> LIBRARIES =
      List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");
  private static final int REQUIRED = 2;
  private static final String PART = ".part";

  static NativeCache of(String platform) {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return new NativeCache(platform, version == null ? "unknown" : version);
  }

  /**
   * The folder with the libraries, unpacked now if need be.
   *
   * @param cache the parent of all such folders
   * @throws IOException when the cache cannot be written, or the jar has nothing for the platform
   */
  Path unpacked(Path cache) throws IOException {
    Path folder = cache.resolve("onnxruntime-" + version + "-" + platform).toAbsolutePath();
    for (int i = 0; i < LIBRARIES.size(); i++) {
      String file = System.mapLibraryName(LIBRARIES.get(i)).replace("jnilib", "dylib");
      URL packed = packed(file);
      if (packed != null) {
        unpack(packed, folder.resolve(file));
      } else if (i < REQUIRED) {
        throw new IOException("ONNX Runtime " + version + " has no " + file + " for " + platform);
      }
    }
    return folder;
  }

  private @Nullable URL packed(String file) {
    return OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + file);
  }

  private static void unpack(URL packed, Path target) throws IOException {
    URLConnection connection = packed.openConnection();
    long size = connection.getContentLengthLong();
    if (Files.isRegularFile(target) && Files.size(target) == size) {
      return;
    }
    Path folder = Files.createDirectories(target.getParent());
    removeAbandoned(folder);
    Path part = Files.createTempFile(folder, target.getFileName() + ".", PART);
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      moveInto(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Removes what processes left that were killed while they unpacked. */
  private static void removeAbandoned(Path folder) throws IOException {
    FileTime hourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).compareTo(hourAgo) < 0) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static void moveInto(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot move files in one step", e);
    } catch (IOException e) {
      // Windows does not replace a library that another process has loaded.
      if (!Files.isRegularFile(target) || Files.size(target) != Files.size(part)) {
        throw e;
      }
    }
  }
}
