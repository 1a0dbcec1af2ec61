// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Camera frames in every layout and memory become the bytes that the vendor's helper makes. */
final class GoldenCameraTest {
  static Stream<GoldenVectors.Vector> vectors() {
    return GoldenVectors.all("camera").filter(vector -> !vector.mode().equals("pixels"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nv12OnTheHeap(GoldenVectors.Vector vector) {
    CameraFrames camera = CameraFrames.of(vector);
    check(vector, camera.nv12(ByteBuffer::wrap, camera.width()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nv12InDirectMemoryWithPadding(GoldenVectors.Vector vector) {
    CameraFrames camera = CameraFrames.of(vector);
    check(vector, camera.nv12(CameraFrames::direct, camera.width() + 32));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nv21(GoldenVectors.Vector vector) {
    check(vector, CameraFrames.of(vector).nv21());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void i420(GoldenVectors.Vector vector) {
    check(vector, CameraFrames.of(vector).i420());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void formulaMakesTheFrame(GoldenVectors.Vector vector) {
    String expected =
        GoldenVectors.all("camera")
            .filter(v -> v.input().equals(vector.input()) && v.mode().equals("pixels"))
            .findFirst()
            .orElseThrow()
            .sha256();
    assertThat(GoldenVectors.sha256(Formulas.nv12(vector.input()))).isEqualTo(expected);
  }

  private static void check(GoldenVectors.Vector vector, ImageFrame frame) {
    assertThat(GoldenVectors.sha256(GoldenVectors.convert(frame, vector)))
        .isEqualTo(vector.sha256());
  }
}
