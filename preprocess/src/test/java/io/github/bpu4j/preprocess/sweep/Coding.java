// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The order in which a file's coefficients come: which scans it has. */
enum Coding {
  /** One scan with everything. */
  BASELINE,
  /** One scan whose Huffman codes, the standard's, are left out, as in frames of motion JPEG. */
  MOTION,
  /** The first under the frame header SOF1, with quantization steps of 16 bits. */
  EXTENDED,
  /** A scan a component. */
  SEPARATE,
  /** The first component, then the others together. */
  LUMA_FIRST,
  /** All but the first component, then the first. */
  CHROMA_FIRST,
  /** As libjpeg's {@code jpeg_simple_progression}: two bands, two bits of refinement. */
  PROGRESSIVE,
  /** Bands only, no refinement. */
  SPECTRAL,
  /** One band, whose lowest four bits come one by one. */
  DEEP,
  /** Everything by component, the DC coefficients too. */
  PROGRESSIVE_SEPARATE,
  /** Sixteen bands, the highest frequencies first. */
  BANDS;

  /** One scan: its components, its band and the bits that it brings (ITU-T T.81, table B.3). */
  record Scan(List<Integer> components, int first, int last, int high, int low) {}

  boolean isProgressive() {
    return compareTo(PROGRESSIVE) >= 0;
  }

  List<Scan> scans(int components) {
    List<Integer> all = IntStream.range(0, components).boxed().toList();
    return switch (this) {
      case BASELINE, MOTION, EXTENDED -> List.of(sequential(all));
      case SEPARATE -> all.stream().map(c -> sequential(List.of(c))).toList();
      case LUMA_FIRST, CHROMA_FIRST -> split(all);
      case PROGRESSIVE -> simpleProgression(all);
      case SPECTRAL -> spectral(all);
      case DEEP -> deep(all);
      case PROGRESSIVE_SEPARATE -> progressiveSeparate(all);
      case BANDS -> bands(all);
    };
  }

  private static Scan sequential(List<Integer> components) {
    return new Scan(components, 0, 63, 0, 0);
  }

  private List<Scan> split(List<Integer> all) {
    Scan luma = sequential(List.of(0));
    if (all.size() == 1) {
      return List.of(luma);
    }
    Scan others = sequential(all.subList(1, all.size()));
    return this == LUMA_FIRST ? List.of(luma, others) : List.of(others, luma);
  }

  private static List<Scan> simpleProgression(List<Integer> all) {
    List<Scan> scans = new ArrayList<>();
    scans.add(new Scan(all, 0, 0, 0, 1));
    scans.add(ac(0, 1, 5, 0, 2));
    for (int c = all.size() - 1; c > 0; c--) {
      scans.add(ac(c, 1, 63, 0, 1));
    }
    scans.add(ac(0, 6, 63, 0, 2));
    scans.add(ac(0, 1, 63, 2, 1));
    scans.add(new Scan(all, 0, 0, 1, 0));
    for (int c = all.size() - 1; c >= 0; c--) {
      scans.add(ac(c, 1, 63, 1, 0));
    }
    return scans;
  }

  private static List<Scan> spectral(List<Integer> all) {
    List<Scan> scans = new ArrayList<>();
    scans.add(new Scan(all, 0, 0, 0, 0));
    for (int c : all) {
      scans.add(ac(c, 1, 2, 0, 0));
      scans.add(ac(c, 3, 20, 0, 0));
      scans.add(ac(c, 21, 63, 0, 0));
    }
    return scans;
  }

  private static List<Scan> deep(List<Integer> all) {
    List<Scan> scans = new ArrayList<>();
    scans.add(new Scan(all, 0, 0, 0, 4));
    for (int low = 4; low >= 0; low--) {
      int high = low == 4 ? 0 : low + 1;
      if (low < 4) {
        scans.add(new Scan(all, 0, 0, high, low));
      }
      for (int c : all) {
        scans.add(ac(c, 1, 63, high, low));
      }
    }
    return scans;
  }

  private static List<Scan> progressiveSeparate(List<Integer> all) {
    List<Scan> scans = new ArrayList<>();
    for (int c : all) {
      scans.add(new Scan(List.of(c), 0, 0, 0, 1));
      scans.add(ac(c, 1, 63, 0, 1));
      scans.add(new Scan(List.of(c), 0, 0, 1, 0));
      scans.add(ac(c, 1, 63, 1, 0));
    }
    return scans;
  }

  private static List<Scan> bands(List<Integer> all) {
    List<Scan> scans = new ArrayList<>();
    scans.add(new Scan(all, 0, 0, 0, 0));
    for (int first = 60; first >= 0; first -= 4) {
      for (int c : all) {
        scans.add(ac(c, Math.max(first, 1), first + 3, 0, 0));
      }
    }
    return scans;
  }

  private static Scan ac(int component, int first, int last, int high, int low) {
    return new Scan(List.of(component), first, last, high, low);
  }
}
