// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

/** The exit codes of the command, part of its contract. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int ITEM_FAILED = 1;
  public static final int USAGE = 2;
  public static final int UNAVAILABLE = 3;

  /** 128 plus the number of SIGINT, the same code that the JVM returns on Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
