// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
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

  /** Today's decoder, ImageIO, takes their colors for something else or refuses them. */
  private static final Set<Marking> MISREAD =
      Set.of(Marking.FROM_ZERO, Marking.ADOBE_YCCK, Marking.JFIF_ADOBE_RGB);

  /** Left to ImageIO, with chroma that has fewer rows than luma. */
  private static final Set<Sampling> OF_THE_JDK =
      Set.of(Sampling.S440_WIDE, Sampling.CHROMA_TALLER, Sampling.CHROMA_UNLIKE);

  private final Nv12Converter linear = new Nv12Converter(Preprocessing.vendorSample(), 224, 224);

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
        .filter(plan -> plan.sampling().components() != 3 || !MISREAD.contains(plan.marking()))
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
      if (!SweepRow.hash(nv12(frame, linear, 224, 224)).equals(row.linear())) {
        return "other NV12, linear";
      }
      Nv12Converter other = new Nv12Converter(row.settings(), row.width(), row.height());
      byte[] nv12 = nv12(frame, other, row.width(), row.height());
      return SweepRow.hash(nv12).equals(row.other()) ? "" : "other NV12, " + row.mode();
    } catch (ImageDecodeException e) {
      return row.isRefused() ? "" : e.getMessage();
    }
  }

  private static byte[] pixels(ImageFrame frame) {
    return ((DataBufferByte) frame.toBufferedImage().getRaster().getDataBuffer()).getData();
  }

  private static byte[] nv12(ImageFrame frame, Nv12Converter converter, int width, int height) {
    Nv12Buffer target = Nv12Buffer.allocate(width, height);
    converter.convert(frame, target);
    byte[] bytes = new byte[target.bytes().limit()];
    target.bytes().get(0, bytes);
    return bytes;
  }
}
