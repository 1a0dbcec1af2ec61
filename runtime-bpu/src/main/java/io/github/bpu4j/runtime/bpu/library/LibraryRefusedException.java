// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

/** A file that cannot serve as libdnn.so, and why; caught within the package. */
final class LibraryRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  LibraryRefusedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
