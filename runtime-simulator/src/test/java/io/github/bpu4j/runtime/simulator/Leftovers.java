// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts folders and processes; the tests of this module have a temporary folder of their own. */
final class Leftovers {
  private Leftovers() {}

  /** The private folders that exist now. */
  static List<Path> folders() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "bpu4j-*")) {
      for (Path each : all) {
        if (Files.isDirectory(each)) {
          found.add(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** The processes that this one has started and that run now. */
  static long processes() {
    try (Stream<ProcessHandle> started = ProcessHandle.current().descendants()) {
      return started.filter(ProcessHandle::isAlive).count();
    }
  }

  static long count() {
    return folders().size() + processes();
  }
}
