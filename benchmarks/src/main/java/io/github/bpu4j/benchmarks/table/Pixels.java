// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.CameraBenchmark;
import io.github.bpu4j.benchmarks.DecodeBenchmark;
import io.github.bpu4j.benchmarks.EndToEndBenchmark;
import io.github.bpu4j.benchmarks.JpegSet;
import io.github.bpu4j.benchmarks.PictureSize;
import io.github.bpu4j.benchmarks.ResizeBenchmark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures compared with OpenCV through JavaCPP's presets, one thread. */
final class Pixels {
  /** What rows of {@link EndToEndBenchmark} are called. */
  static final String TO_NV12 = "JPEG to NV12, us";

  /** What rows of {@link DecodeBenchmark} are called. */
  static final String TO_PIXELS = "JPEG to all pixels, us";

  /** What rows of {@link ResizeBenchmark} are called. */
  static final String RESIZE = "pixels to NV12, us";

  private static final String OPEN_CV = "OpenCV";
  private static final List<PictureSize> SIZES = List.of(PictureSize.PHOTO, PictureSize.HD);

  private final InTurn rows;
  private final Effort effort;

  Pixels(InTurn rows, Effort effort) {
    this.rows = rows;
    this.effort = effort;
  }

  /** The table of JPEG files on this JVM, as it is and with the vectors of arm64. */
  static void measureJpeg(Effort effort) throws Exception {
    Pixels pixels = new Pixels(new InTurn("jpeg", effort), effort);
    pixels.jpeg(Jvm.own());
    for (JpegSet files : effort.some(List.of(JpegSet.PHOTO, JpegSet.HD))) {
      pixels.jpeg(EndToEndBenchmark.class, TO_NV12, files, Jvm.own().withNarrowVectors());
    }
  }

  /** The table of JDK 25. */
  static void measureNewer(Effort effort) throws Exception {
    Optional<Jvm> newer = Jvm.newer();
    if (newer.isEmpty()) {
      System.err.println("  no JDK 25 found: install one or set JDK25_HOME");
      return;
    }
    Pixels pixels = new Pixels(new InTurn("jdk25", effort), effort);
    pixels.jpeg(newer.get());
    pixels.resize(newer.get());
  }

  private void jpeg(Jvm jvm) throws Exception {
    for (JpegSet files : effort.some(List.of(JpegSet.values()))) {
      jpeg(EndToEndBenchmark.class, TO_NV12, files, jvm);
    }
    for (JpegSet files : effort.some(List.of(JpegSet.values()))) {
      jpeg(DecodeBenchmark.class, TO_PIXELS, files, jvm);
    }
  }

  private void jpeg(Class<?> benchmark, String what, JpegSet files, Jvm jvm) throws Exception {
    Pairing pairing = new Pairing(what, files.label(), jvm.name(), OPEN_CV);
    compare(benchmark, "bpu4j", pairing, Map.of("files", files.name()), jvm);
  }

  /** Pixels in memory. */
  void resize(Jvm jvm) throws Exception {
    sizes(ResizeBenchmark.class, "bpu4j", RESIZE, jvm);
  }

  /** Camera frames on the heap and in direct memory. */
  void camera(Jvm jvm) throws Exception {
    sizes(CameraBenchmark.class, "bpu4j", "camera frame to NV12, us", jvm);
    sizes(CameraBenchmark.class, "bpu4jDirect", "the same in direct memory, us", jvm);
  }

  private void sizes(Class<?> benchmark, String method, String what, Jvm jvm) throws Exception {
    for (PictureSize size : effort.some(SIZES)) {
      Pairing pairing = new Pairing(what, size.label(), jvm.name(), OPEN_CV);
      compare(benchmark, method, pairing, Map.of("size", size.name()), jvm);
    }
  }

  private void compare(
      Class<?> benchmark, String method, Pairing pairing, Map<String, String> parameters, Jvm jvm)
      throws Exception {
    rows.compare(
        pairing,
        new JmhRun(benchmark, method, parameters, jvm, effort),
        new JmhRun(benchmark, "openCv", parameters, jvm, effort));
  }
}
