// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of made-up JPEG files give the pixels and the NV12 that OpenCV makes of them.
 *
 * <p>{@code bpu4j.sweep.every} takes one file of so many; {@code bpu4j.sweep.repeat} looks so many
 * times at each, so that the JVM compiles what it runs, and runs what it compiled.
 */
final class JpegSweepTest {
  private static final int EVERY = Integer.getInteger("bpu4j.sweep.every", 1);
  private static final int REPEAT = Integer.getInteger("bpu4j.sweep.repeat", 1);

  /** Left to ImageIO, with chroma that has fewer rows than luma. */
  private static final Set<Sampling> OF_THE_JDK =
      Set.of(Sampling.S440_WIDE, Sampling.CHROMA_TALLER, Sampling.CHROMA_UNLIKE);

  private final Ways linear = new Ways();

  /** So few pixels that a decoder need not compute all, as it does of a small picture. */
  private final Ways few = new Ways(Preprocessing.vendorSample(), 8, 6);

  static Stream<String> families() {
    return Sweep.families().keySet().stream();
  }

  @Test
  void everyPlanHasItsRow() throws IOException {
    assertThat(Sweep.families().values().stream().flatMap(List::stream).map(JpegPlan::toString))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(2000)
        .containsExactlyInAnyOrderElementsOf(SweepRow.all().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void asOpenCvMakesThem(String family) throws IOException {
    Map<String, SweepRow> rows = SweepRow.all();
    List<String> differing = new ArrayList<>();
    for (JpegPlan plan : plans(family, rows)) {
      byte[] file = JpegFile.of(plan);
      for (int i = 0; i < REPEAT; i++) {
        String what = difference(file, rows.get(plan.toString()));
        if (!what.isEmpty()) {
          differing.add(plan + ": " + what);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  private static List<JpegPlan> plans(String family, Map<String, SweepRow> rows)
      throws IOException {
    boolean jdkIsExact = jdkBlendsRows(rows);
    return Sweep.families().get(family).stream()
        .filter(plan -> plan.seed() % EVERY == 0)
        .filter(plan -> jdkIsExact || !OF_THE_JDK.contains(plan.sampling()))
        .toList();
  }

  /**
   * Whether ImageIO blends rows of chroma as OpenCV does. On Debian it does; a JDK that brings a
   * libjpeg of its own repeats them.
   */
  private static boolean jdkBlendsRows(Map<String, SweepRow> rows) throws IOException {
    JpegPlan plan =
        Sweep.families().get("baseline").stream()
            .filter(each -> each.sampling() == Sampling.S440 && each.scene() == Scene.PHOTO)
            .findFirst()
            .orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(JpegFile.of(plan)));
    SweepRow row = rows.get(plan.toString());
    return SweepRow.hash(pixels(ImageFrame.of(image))).equals(row.pixels());
  }

  private String difference(byte[] file, SweepRow row) {
    if (!SweepRow.hash(file).equals(row.file())) {
      return "the encoder made another file than OpenCV was asked about";
    }
    try {
      ImageFrame frame = ImageFrame.decode(file);
      String size = frame.width() + "x" + frame.height();
      if (!size.equals(row.size())) {
        return size + " instead of " + row.size();
      }
      if (!SweepRow.hash(pixels(frame)).equals(row.pixels())) {
        return "other pixels";
      }
      if (!SweepRow.hash(linear.nv12(file, frame)).equals(row.linear())) {
        return "other NV12, linear";
      }
      few.nv12(file, frame);
      Ways other = new Ways(row.settings(), row.width(), row.height());
      return SweepRow.hash(other.nv12(file, frame)).equals(row.other())
          ? ""
          : "other NV12, " + row.mode();
    } catch (ImageDecodeException e) {
      return row.isRefused() ? "" : e.getMessage();
    }
  }

  private static byte[] pixels(ImageFrame frame) {
    return ((DataBufferByte) frame.toBufferedImage().getRaster().getDataBuffer()).getData();
  }
}
