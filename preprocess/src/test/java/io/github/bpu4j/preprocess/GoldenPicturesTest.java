// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files, raw pixels and camera frames become the bytes that OpenCV makes of them. */
final class GoldenPicturesTest {
  /**
   * Largest difference of a decoder that is not OpenCV's own: JPEG 4:4:0 of a JDK that brings its
   * own libjpeg.
   */
  private static final Map<String, Integer> TOLERANCE = Map.of("jpeg_440.jpg", 7);

  @TestFactory
  Stream<DynamicNode> filesAsOpenCvMakesThem() {
    return byInput(
        GoldenVectors.all("images").filter(vector -> !vector.mode().equals("refused")),
        this::checkFile);
  }

  @TestFactory
  Stream<DynamicNode> rawPixelsAsOpenCvMakesThem() {
    return byInput(
        GoldenVectors.all("raw"), vector -> check(Formulas.picture(vector.input()), vector));
  }

  private static Stream<DynamicNode> byInput(Stream<GoldenVectors.Vector> vectors, Check check) {
    return vectors.collect(Collectors.groupingBy(GoldenVectors.Vector::input)).entrySet().stream()
        .map(
            input ->
                DynamicContainer.dynamicContainer(
                    input.getKey(),
                    input.getValue().stream()
                        .map(v -> DynamicTest.dynamicTest(v.mode(), () -> check.run(v)))));
  }

  private interface Check {
    void run(GoldenVectors.Vector vector) throws IOException;
  }

  private void checkFile(GoldenVectors.Vector vector) throws IOException {
    ImageFrame frame = ImageFrame.read(GoldenVectors.file(vector.input()));
    Integer tolerance = TOLERANCE.get(vector.input());
    if (tolerance == null) {
      check(frame, vector);
    } else if (vector.mode().equals("stretch_linear")) {
      byte[] expected = GoldenVectors.output(vector.input(), vector.mode());
      byte[] actual = GoldenVectors.convert(frame, vector);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        assertThat(Math.abs((actual[i] & 0xFF) - (expected[i] & 0xFF)))
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }

  private static void check(ImageFrame frame, GoldenVectors.Vector vector) {
    byte[] bytes =
        vector.mode().equals("pixels")
            ? ((DataBufferByte) frame.toBufferedImage().getRaster().getDataBuffer()).getData()
            : GoldenVectors.convert(frame, vector);
    assertThat(GoldenVectors.sha256(bytes)).as("%s", vector).isEqualTo(vector.sha256());
  }
}
