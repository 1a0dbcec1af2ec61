// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The device files through which libdnn reaches the BPU and its memory. */
public final class DeviceNodes {
  private static final List<Path> PATHS =
      Stream.of("/dev/bpu", "/dev/bpu_core0", "/dev/ion").map(Path::of).toList();

  private DeviceNodes() {}

  /** Why this process cannot use the BPU, with remedies; empty when it can. */
  public static List<String> objections() {
    return objections(Files::exists, path -> Files.isReadable(path) && Files.isWritable(path));
  }

  static List<String> objections(Predicate<Path> exists, Predicate<Path> isAccessible) {
    List<Path> missing = PATHS.stream().filter(exists.negate()).toList();
    if (!missing.isEmpty()) {
      return List.of(
          missing
              + " missing: is this an RDK X5? In a container pass --device /dev/bpu --device"
              + " /dev/bpu_core0 --device /dev/ion");
    }
    List<Path> closed = PATHS.stream().filter(isAccessible.negate()).toList();
    if (!closed.isEmpty()) {
      return List.of(
          "no read and write access to "
              + closed
              + ": add this user to the group misc (sudo usermod -aG misc $USER, then log in"
              + " again), or run as root");
    }
    return List.of();
  }
}
