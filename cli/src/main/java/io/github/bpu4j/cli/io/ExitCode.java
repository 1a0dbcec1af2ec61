// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

/**
 * How the process ends.
 *
 * <p>130, for an interrupt, is given by the JVM itself: 128 and the number of SIGINT.
 */
public final class ExitCode {
  public static final int OK = 0;
  public static final int ITEM_FAILED = 1;
  public static final int USAGE = 2;
  public static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
