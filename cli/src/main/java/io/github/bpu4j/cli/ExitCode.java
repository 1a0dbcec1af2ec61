// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

/**
 * How the process ends.
 *
 * <p>130, for an interrupt, is given by the JVM itself: 128 and the number of SIGINT.
 */
final class ExitCode {
  static final int OK = 0;
  static final int ITEM_FAILED = 1;
  static final int USAGE = 2;
  static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
