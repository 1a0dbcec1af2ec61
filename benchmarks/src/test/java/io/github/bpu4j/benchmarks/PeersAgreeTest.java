// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is timed does the same work: both sides of every benchmark give the same bytes. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
final class PeersAgreeTest {
  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void endToEnd(PictureSize size) throws IOException {
    EndToEndBenchmark benchmark = new EndToEndBenchmark();
    benchmark.size = size;
    benchmark.open();
    assertSame(benchmark.bpu4j(), benchmark.openCv());
    benchmark.close();
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void resize(PictureSize size) {
    ResizeBenchmark benchmark = new ResizeBenchmark();
    benchmark.size = size;
    benchmark.open();
    assertSame(benchmark.bpu4j(), benchmark.openCv());
    benchmark.close();
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void camera(PictureSize size) {
    CameraBenchmark benchmark = new CameraBenchmark();
    benchmark.size = size;
    benchmark.open();
    assertSame(benchmark.bpu4j(), benchmark.openCv());
    assertSame(benchmark.bpu4jDirect(), benchmark.openCv());
    benchmark.close();
  }

  private static void assertSame(Nv12Buffer actual, BytePointer expected) {
    byte[] bytes = new byte[actual.bytes().limit()];
    expected.get(bytes);
    assertThat(actual.bytes().array()).isEqualTo(bytes);
  }
}
