// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
import java.util.Optional;

/**
 * A comparison in the plot of all peers.
 *
 * @param name below the bar
 * @param ratio median of the rounds
 * @param lowest round
 * @param highest round
 */
record Bar(String name, double ratio, double lowest, double highest) {
  /** The bars of the plot; one that was not measured is left out. */
  static List<Bar> of(Figures figures) {
    return List.of(
            bar(figures, "C: inference", "calls", "infer, ns"),
            bar(figures, "ONNX Runtime: answer", "peers", Peers.CLASSIFY),
            bar(figures, "DJL: first answer", "djl", Djl.FIRST),
            bar(figures, "DJL: later answer", "djl", Djl.TOGETHER),
            openCv(figures, "JPEG 500x344", Pixels.TO_NV12, "500x344"),
            openCv(figures, "twenty photos", Pixels.TO_NV12, "twenty photos"),
            openCv(figures, "progressive", Pixels.TO_NV12, "twenty photos, progressive"),
            openCv(figures, "JPEG 1080p", Pixels.TO_NV12, "1920x1080"),
            openCv(figures, "JPEG 12 MP", Pixels.TO_NV12, "4000x3000"),
            openCv(figures, "all pixels, 1080p", Pixels.TO_PIXELS, "1920x1080"),
            bar(figures, "OpenCV: resize 1080p", "peers", Pixels.RESIZE, "1920x1080"))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Bar> openCv(Figures figures, String name, String... key) {
    return bar(figures, "OpenCV: " + name, "jpeg", key);
  }

  private static Optional<Bar> bar(Figures figures, String name, String table, String... key) {
    return figures
        .number(table, "bpu4j / peer", key)
        .map(
            ratio ->
                new Bar(
                    name,
                    ratio,
                    figures.number(table, "lowest", key).orElse(ratio),
                    figures.number(table, "highest", key).orElse(ratio)));
  }
}
