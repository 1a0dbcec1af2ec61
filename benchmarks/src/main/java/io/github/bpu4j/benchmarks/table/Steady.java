// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.NativeCallBenchmark;
import java.io.IOException;

/**
 * Repeats one call of {@link NativeCallBenchmark} between two stops for an external counter, as
 * {@code client steady} does in C.
 */
final class Steady {
  private Steady() {}

  /** Takes the call's name and how often to make it, once for the warm-up and once counted. */
  public static void main(String[] arguments) throws IOException {
    NativeCallBenchmark calls = new NativeCallBenchmark();
    calls.open();
    Runnable call =
        switch (arguments[0]) {
          case "infer" -> calls::infer;
          case "inferAndReadScores" -> calls::inferAndReadScores;
          case "classifyFrame" -> calls::classifyFrame;
          default -> throw new IllegalArgumentException("no call " + arguments[0]);
        };
    int count = Integer.parseInt(arguments[1]);
    repeat(call, count);
    stop("warm");
    repeat(call, count);
    stop("done");
    calls.close();
  }

  private static void repeat(Runnable call, int count) {
    for (int i = 0; i < count; i++) {
      call.run();
    }
  }

  private static void stop(String place) throws IOException {
    System.out.println(place);
    System.in.read();
  }
}
