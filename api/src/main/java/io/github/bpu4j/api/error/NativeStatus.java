// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import java.util.Objects;

/**
 * The status that a native library returned from a failed call.
 *
 * @param function the C function, for example {@code hbDNNInfer}
 * @param code the status as returned
 * @param symbol the symbolic name of the code, or {@code UNKNOWN}
 * @param remedy what the user can do about it
 * @since 0.1.0
 */
public record NativeStatus(String function, int code, String symbol, String remedy) {
  public NativeStatus {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(remedy, "remedy");
  }

  @Override
  public String toString() {
    return function + " returned " + code + " (" + symbol + "); " + remedy;
  }
}
