// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One quantity of this library and of a peer over all rounds.
 *
 * @param ours median of this library
 * @param peers median of the peer
 * @param ratio median of the rounds' ratios, which a load that comes and goes hardly moves
 * @param lowest of the rounds' ratios
 * @param highest of the rounds' ratios
 */
record Comparison(double ours, double peers, double ratio, double lowest, double highest) {
  /** Compares what both sides measured, one number per round. */
  static Comparison of(List<Double> ours, List<Double> peers) {
    List<Double> ratios =
        IntStream.range(0, ours.size())
            .mapToObj(round -> ours.get(round) / peers.get(round))
            .sorted()
            .toList();
    return new Comparison(
        Median.of(ours),
        Median.of(peers),
        Median.of(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }
}
