// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

/** How the process ends. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int ITEM_FAILED = 1;
  public static final int USAGE = 2;
  public static final int UNAVAILABLE = 3;

  /** 128 and the number of SIGINT, as the JVM itself ends when a command does not keep it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
