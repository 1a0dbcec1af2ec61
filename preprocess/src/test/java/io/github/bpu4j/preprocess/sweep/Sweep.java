// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plans of all files, in families: each is a grid of what it is about; what it is not about
 * (what the picture shows, quality, restarts) takes turns.
 */
final class Sweep {
  private static final Sampling[] COLOR = {
    Sampling.S444, Sampling.S422, Sampling.S420, Sampling.S440
  };
  private static final Sampling[] PLAIN = {
    Sampling.S444, Sampling.S422, Sampling.S420, Sampling.S440, Sampling.GRAY
  };
  private static final Coding[] SEQUENTIAL = {
    Coding.BASELINE, Coding.SEPARATE, Coding.LUMA_FIRST, Coding.CHROMA_FIRST
  };
  private static final Coding[] PROGRESSIVE = {
    Coding.PROGRESSIVE, Coding.SPECTRAL, Coding.DEEP, Coding.PROGRESSIVE_SEPARATE, Coding.BANDS
  };
  private static final int[] QUALITIES = {30, 50, 75, 85, 90, 95, 98, 100};
  private static final int[] RESTARTS = {0, 0, 0, 1, 2, 5, 17, 40};
  private static final int[] TINY = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17};
  private static final int[][] SMALL = {
    {16, 16}, {17, 33}, {33, 17}, {40, 24}, {63, 65}, {100, 75}, {7, 300}, {300, 7}, {131, 97}
  };
  private static final int[][] MIDDLE = {
    {223, 225}, {224, 224}, {225, 223}, {333, 250}, {448, 448}, {449, 447}, {500, 375}
  };
  private static final int[][] LARGE = {
    {640, 480}, {801, 600}, {1023, 767}, {1280, 720}, {1921, 1081}, {2000, 1500}
  };

  private final Map<String, List<JpegPlan>> families = new LinkedHashMap<>();
  private int count;

  private Sweep() {
    tiny();
    sequential();
    progressive();
    separate();
    restarts();
    orientations();
    colors();
    oddities();
    large();
    unusual();
  }

  /** The plans by family. */
  static Map<String, List<JpegPlan>> families() {
    return new Sweep().families;
  }

  private void tiny() {
    for (int width : TINY) {
      for (int height : TINY) {
        for (Sampling sampling : new Sampling[] {Sampling.S422, Sampling.S420, Sampling.S440}) {
          add("tiny", next(width, height, sampling));
        }
        Coding coding = turn(PROGRESSIVE);
        add("tiny", next(width, height, turn(PLAIN)).withCoding(coding));
      }
    }
  }

  private void sequential() {
    for (Sampling sampling : PLAIN) {
      for (int[] size : SMALL) {
        for (int quality : QUALITIES) {
          add("baseline", next(size, sampling).withQuality(quality));
        }
      }
      for (int[] size : MIDDLE) {
        for (int quality : new int[] {60, 92, 100}) {
          add("baseline", next(size, sampling).withQuality(quality).withOptimized(isEven()));
        }
      }
    }
  }

  private void progressive() {
    for (Sampling sampling : PLAIN) {
      for (Coding coding : PROGRESSIVE) {
        for (int[] size : SMALL) {
          add("progressive", next(size, sampling).withCoding(coding).withRestart(0));
        }
        add("progressive", next(turn(MIDDLE), sampling).withCoding(coding));
        add("progressive", next(turn(MIDDLE), sampling).withCoding(coding).withRestart(0));
      }
    }
  }

  private void separate() {
    for (Sampling sampling : COLOR) {
      for (Coding coding : SEQUENTIAL) {
        for (int[] size : SMALL) {
          add("separate", next(size, sampling).withCoding(coding).withOptimized(isEven()));
        }
        add("separate", next(turn(MIDDLE), sampling).withCoding(coding));
      }
    }
  }

  private void restarts() {
    for (Sampling sampling : PLAIN) {
      for (int restart : new int[] {1, 2, 3, 4, 7, 8, 9, 13, 64, 1000}) {
        add("restarts", next(131, 97, sampling).withRestart(restart));
        add("restarts", next(131, 97, sampling).withCoding(turn(SEQUENTIAL)).withRestart(restart));
        add("restarts", next(131, 97, sampling).withCoding(turn(PROGRESSIVE)).withRestart(restart));
      }
    }
  }

  private void orientations() {
    for (int orientation = 1; orientation <= 8; orientation++) {
      for (Sampling sampling : PLAIN) {
        for (int[] size : new int[][] {{61, 40}, {40, 61}, {333, 250}, {17, 9}}) {
          add("exif", next(size, sampling).withOrientation(isEven() ? orientation : -orientation));
        }
        JpegPlan progressive = next(131, 97, sampling).withCoding(turn(PROGRESSIVE));
        add("exif", progressive.withOrientation(isEven() ? orientation : -orientation));
      }
      JpegPlan rgb = next(turn(MIDDLE), Sampling.S444).withMarking(Marking.ADOBE_RGB);
      add("exif", rgb.withOrientation(isEven() ? orientation : -orientation));
    }
  }

  private void colors() {
    for (Marking marking : Marking.values()) {
      for (int[] size : SMALL) {
        add("colors", next(size, Sampling.S444).withMarking(marking));
      }
      add("colors", next(turn(SMALL), turn(COLOR)).withMarking(marking));
      add("colors", next(turn(SMALL), turn(COLOR)).withMarking(marking).withCoding(Coding.DEEP));
      add("colors", next(turn(SMALL), Sampling.GRAY).withMarking(marking));
      add("colors", next(turn(MIDDLE), Sampling.S444).withMarking(marking));
    }
  }

  private void oddities() {
    for (int[] size : SMALL) {
      for (Sampling sampling : PLAIN) {
        JpegPlan odd = next(size, sampling).withOdd(true);
        add("odd", odd.withOrientation(3).withMarking(turn(Marking.values())));
        add("odd", next(size, sampling).withCoding(Coding.MOTION));
        add("odd", next(size, sampling).withCoding(Coding.EXTENDED).withQuality(1 + count % 40));
      }
      for (Sampling sampling :
          new Sampling[] {
            Sampling.GRAY_2X2,
            Sampling.S444_WIDE,
            Sampling.S444_TALL,
            Sampling.S422_TALL,
            Sampling.S440_WIDE
          }) {
        add("odd", next(size, sampling));
        add("odd", next(size, sampling).withCoding(turn(PROGRESSIVE)));
        add("odd", next(size, sampling).withCoding(turn(SEQUENTIAL)));
      }
    }
  }

  private void large() {
    for (int[] size : LARGE) {
      add("large", next(size, Sampling.S420).withQuality(90));
      add("large", next(size, turn(PLAIN)).withOrientation(1 + count % 8));
    }
    add("large", next(1280, 720, Sampling.S420).withCoding(Coding.PROGRESSIVE));
    add("large", next(1023, 767, Sampling.S444).withCoding(Coding.PROGRESSIVE));
  }

  private void unusual() {
    for (int[] size : new int[][] {{16, 16}, {17, 33}, {100, 75}, {131, 97}, {333, 250}}) {
      for (Sampling sampling :
          new Sampling[] {
            Sampling.S411,
            Sampling.S410,
            Sampling.S441,
            Sampling.CHROMA_WIDER,
            Sampling.CHROMA_TALLER,
            Sampling.CHROMA_UNLIKE,
            Sampling.CHROMA_ONE_FULL,
            Sampling.FRACTIONAL
          }) {
        add("unusual", next(size, sampling));
        add("unusual", next(size, sampling).withCoding(Coding.SPECTRAL));
      }
      for (Marking marking : new Marking[] {Marking.PLAIN, Marking.ADOBE_RGB, Marking.ADOBE_YCCK}) {
        add("unusual", next(size, Sampling.CMYK).withMarking(marking));
        add("unusual", next(size, Sampling.CMYK_SUBSAMPLED).withMarking(marking));
      }
    }
  }

  private JpegPlan next(int[] size, Sampling sampling) {
    return next(size[0], size[1], sampling);
  }

  private JpegPlan next(int width, int height, Sampling sampling) {
    count++;
    return JpegPlan.plain(turn(Scene.values()), count, width, height, sampling)
        .withQuality(QUALITIES[choose(QUALITIES.length, 1)])
        .withRestart(RESTARTS[choose(RESTARTS.length, 2)]);
  }

  private void add(String family, JpegPlan plan) {
    families.computeIfAbsent(family, name -> new ArrayList<>()).add(plan);
  }

  private boolean isEven() {
    return choose(2, 3) == 0;
  }

  private <T> T turn(T[] of) {
    return of[choose(of.length, 4)];
  }

  /** A number below n that depends on the file's own and the question. */
  private int choose(int n, int question) {
    return Math.floorMod(Scene.mix(16 * count + question), n);
  }
}
