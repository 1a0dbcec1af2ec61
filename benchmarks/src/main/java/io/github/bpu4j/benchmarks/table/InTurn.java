// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares this library with peers, also on a machine that is not quiet: both sides run right after
 * each other in processes of their own, round after round. Runs of one side after all runs of the
 * other once gave a ratio of 1.13 where 1.00 is true.
 */
final class InTurn {
  private final TableRecorder rows;
  private final Effort effort;

  /** Starts a table of comparisons. */
  InTurn(String table, Effort effort) {
    this.effort = effort;
    rows =
        new TableRecorder(
            table,
            "what",
            "case",
            "JVM",
            "peer",
            "bpu4j",
            "peer's",
            "bpu4j / peer",
            "lowest",
            "highest",
            "rounds",
            "bytes allocated",
            "peer's bytes");
  }

  /** One side of a comparison. */
  interface Side {
    /** Runs it once and returns its time, the bytes that it allocates, and perhaps more. */
    List<Double> measure() throws Exception;
  }

  /** Adds a row of the times and bytes of both sides. */
  void compare(Pairing pairing, Side ours, Side peer) throws Exception {
    if (effort.wants(pairing)) {
      List<Comparison> all = rounds(ours, peer);
      add(pairing, all.get(0), all.get(1));
    }
  }

  /** Runs both sides in turn; returns a comparison of each quantity that they measure. */
  List<Comparison> rounds(Side ours, Side peer) throws Exception {
    List<List<Double>> own = new ArrayList<>();
    List<List<Double>> other = new ArrayList<>();
    for (int round = 0; round < effort.rounds(); round++) {
      own.add(ours.measure());
      other.add(peer.measure());
    }
    return IntStream.range(0, own.get(0).size())
        .mapToObj(at -> Comparison.of(column(own, at), column(other, at)))
        .toList();
  }

  /** Adds a row. */
  void add(Pairing pairing, Comparison time, Comparison bytes) throws IOException {
    rows.add(
        pairing.what(),
        pairing.subject(),
        pairing.jvm(),
        pairing.peer(),
        time.ours(),
        time.peers(),
        time.ratio(),
        time.lowest(),
        time.highest(),
        effort.rounds(),
        whole(bytes.ours()),
        whole(bytes.peers()));
  }

  private static String whole(double bytes) {
    return Double.isFinite(bytes) ? Long.toString(Math.round(bytes)) : "-";
  }

  private static List<Double> column(List<List<Double>> rounds, int at) {
    return rounds.stream().map(round -> round.get(at)).toList();
  }
}
