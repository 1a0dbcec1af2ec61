// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

/** A file of records that cannot be read as one; the message names file and line. */
public final class RecordsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RecordsException(String message) {
    super(message);
  }
}
