// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.Iterator;
import java.util.Optional;

/** The list of installed packages of Debian and Ubuntu. */
final class DpkgStatus {
  /** The list of a full system is some megabytes long. */
  private static final int MOST_BYTES = 16 << 20;

  private static final String VERSION = "Version: ";
  private static final int MOST_DIGITS = 60;

  private DpkgStatus() {}

  /** The installed version of a package; empty if it is not installed, or there is no list. */
  static Optional<String> version(SystemView view, String name) {
    Iterator<String> lines =
        view.text("/var/lib/dpkg/status", MOST_BYTES).orElse("").lines().iterator();
    while (lines.hasNext()) {
      if (lines.next().equals("Package: " + name)) {
        return version(lines);
      }
    }
    return Optional.empty();
  }

  /** Reads on to the empty line that ends the package's entry. */
  private static Optional<String> version(Iterator<String> lines) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(VERSION) && line.length() < MOST_DIGITS) {
        return Optional.of(line.substring(VERSION.length()));
      }
      if (line.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }
}
