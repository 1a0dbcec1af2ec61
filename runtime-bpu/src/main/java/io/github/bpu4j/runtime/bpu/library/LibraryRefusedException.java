// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

/** Thrown for a file that is not usable as libdnn.so, with the reason; caught in this package. */
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
