// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * A fault that the stand-in injects at the n-th call of a function, counted from when it is armed.
 *
 * <p>The factories create one that affects the next call once; {@link #atCall} and {@link #forever}
 * change that.
 *
 * @param function whose calls count
 * @param action what happens
 * @param call the first affected call, from 1
 * @param always whether all later calls are affected too
 * @param code the return value of a failing call; 0 for other actions
 * @param time how much longer a delayed call or slow task takes, in whole nanoseconds
 * @since 0.1.0
 */
public record StubFault(
    StubFunction function, Action action, long call, boolean always, int code, Duration time) {

  /**
   * What happens at the call, in the order of the library's numbers.
   *
   * @since 0.1.0
   */
  public enum Action {
    /**
     * Returns the code instead of doing the work; in functions that release something (release,
     * free, unregister) after the work, so that a client that does not retry leaks nothing.
     */
    FAIL,
    /** Returns the code instead of doing the work. */
    FAIL_BEFORE,
    /** Returns the code after doing the work. */
    FAIL_AFTER,
    /** The call takes longer. */
    DELAY,
    /** The call blocks until {@link StubControl#releaseHangs}. */
    HANG,
    /**
     * The call succeeds but its results are wrong: outputs of 0xFF bytes after a submit, properties
     * shifted by 8 bytes, a count of -1, a null name.
     */
    CORRUPT,
    /** A properties getter writes 8 bytes past the end of its 176-byte struct. */
    OVERRUN,
    /** The task of this submit takes longer on the core. */
    SLOW,
    /** The task of this submit stays on the core until {@link StubControl#releaseHangs}. */
    STALL
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if {@code call} is less than 1, {@code time} is negative, or a
   *     failure has the code 0
   */
  public StubFault {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(time, "time");
    if (call < 1 || time.isNegative() || (code == 0 && isFailure(action))) {
      throw new IllegalArgumentException(
          "call "
              + call
              + ", time "
              + time.toMillis()
              + " ms, code "
              + code
              + ": expected call >= 1, time >= 0 and a code other than 0 for a failure");
    }
  }

  private static boolean isFailure(Action action) {
    return action == Action.FAIL || action == Action.FAIL_BEFORE || action == Action.FAIL_AFTER;
  }

  /** Makes the next call of the function fail with a code. */
  public static StubFault fail(StubFunction function, int code) {
    return new StubFault(function, Action.FAIL, 1, false, code, Duration.ZERO);
  }

  /** Makes the next call of the function take longer. */
  public static StubFault delay(StubFunction function, Duration time) {
    return new StubFault(function, Action.DELAY, 1, false, 0, time);
  }

  /** Makes the task of the next {@code hbDNNInfer} take longer on the core. */
  public static StubFault slow(Duration time) {
    return new StubFault(StubFunction.INFER, Action.SLOW, 1, false, 0, time);
  }

  /** Makes the task of the next {@code hbDNNInfer} stay on the core until hangs are released. */
  public static StubFault stall() {
    return of(StubFunction.INFER, Action.STALL);
  }

  /** Applies an action that needs neither code nor time to the next call of the function. */
  public static StubFault of(StubFunction function, Action action) {
    return new StubFault(function, action, 1, false, 0, Duration.ZERO);
  }

  /** Moves this fault to the n-th call, from 1. */
  public StubFault atCall(long n) {
    return new StubFault(function, action, n, always, code, time);
  }

  /** Repeats this fault at all later calls. */
  public StubFault forever() {
    return new StubFault(function, action, call, true, code, time);
  }

  /** Returns this fault as an entry of the environment variable {@code BPU4J_STUB_FAULT}. */
  public String specification() {
    return function.symbol() + ":" + call + (always ? "+" : "") + ":" + actionText();
  }

  private String actionText() {
    return switch (action) {
      case FAIL -> Integer.toString(code);
      case FAIL_BEFORE -> code + "@before";
      case FAIL_AFTER -> code + "@after";
      case DELAY, SLOW ->
          action.name().toLowerCase(Locale.ROOT)
              + "="
              + String.format(Locale.ROOT, "%.6f", time.toNanos() / 1e6);
      case HANG, CORRUPT, OVERRUN, STALL -> action.name().toLowerCase(Locale.ROOT);
    };
  }
}
