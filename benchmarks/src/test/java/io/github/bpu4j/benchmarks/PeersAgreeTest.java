// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is timed does the same work: both sides of every benchmark give the same bytes. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
final class PeersAgreeTest {
  @ParameterizedTest
  @EnumSource(JpegSet.class)
  void endToEnd(JpegSet files) throws IOException {
    EndToEndBenchmark benchmark = new EndToEndBenchmark();
    EndToEndBenchmark peer = new EndToEndBenchmark();
    benchmark.files = files;
    peer.files = files;
    benchmark.open();
    peer.open();
    for (int i = 0; i < benchmark.count(); i++) {
      byte[] actual = benchmark.bpu4j().bytes().array();
      byte[] expected = new byte[actual.length];
      peer.openCv().get(expected);
      assertThat(actual).isEqualTo(expected);
    }
    benchmark.close();
    peer.close();
  }

  @ParameterizedTest
  @EnumSource(JpegSet.class)
  void decode(JpegSet files) throws IOException {
    for (byte[] file : files.files()) {
      try (Mat mat = JpegBenchmark.decode(file)) {
        byte[] expected = new byte[mat.rows() * mat.cols() * 3];
        mat.data().get(expected);
        DataBuffer actual = ImageFrame.decode(file).toBufferedImage().getRaster().getDataBuffer();
        assertThat(((DataBufferByte) actual).getData()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void resize(PictureSize size) throws IOException {
    assertAgree(new ResizeBenchmark(), size);
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void camera(PictureSize size) throws IOException {
    assertAgree(new CameraBenchmark(), size);
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void cameraFrameInDirectMemory(PictureSize size) {
    CameraBenchmark benchmark = new CameraBenchmark();
    benchmark.size = size;
    benchmark.open();
    byte[] heap = benchmark.bpu4j().bytes().array().clone();
    Arrays.fill(benchmark.target.bytes().array(), (byte) 0);
    assertThat(benchmark.bpu4jDirect().bytes().array()).isEqualTo(heap);
    benchmark.close();
  }

  private static void assertAgree(PreprocessBenchmark benchmark, PictureSize size)
      throws IOException {
    benchmark.size = size;
    benchmark.open();
    Nv12Buffer actual = benchmark.bpu4j();
    byte[] expected = new byte[actual.bytes().limit()];
    benchmark.openCv().get(expected);
    assertThat(actual.bytes().array()).isEqualTo(expected);
    benchmark.close();
  }
}
