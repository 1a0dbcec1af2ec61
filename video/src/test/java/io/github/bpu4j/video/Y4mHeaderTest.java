// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpu4j.preprocess.YuvRange;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line of a stream, as ffmpeg writes it and as it must not be. */
class Y4mHeaderTest {
  private static Y4mHeader read(String text) throws IOException {
    return Y4mHeader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void sizeAndRateAreRead() throws IOException {
    Y4mHeader header =
        read("YUV4MPEG2 W1920 H1080 F30000:1001 Ip A1353:1600 C420mpeg2 XCOLORRANGE=LIMITED\n");
    assertThat(header).isEqualTo(new Y4mHeader(1920, 1080, 30_000, 1001));
    assertThat(header.framesPerSecond()).isBetween(29.97, 29.98);
    assertThat(header.micros(30_000)).isEqualTo(1_001_000_000);
    assertThat(header.layout(YuvRange.VIDEO).frameBytes()).isEqualTo(1920 * 1080 * 3 / 2);
  }

  @Test
  void anEmptyStreamHasNoHeader() throws IOException {
    assertThat(read("")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P6 1 1\n", "YUV4MPEG2 W\n", "YUV4MPEG2 F30\n", "YUV4MPEG2 F1:0\n"})
  void otherLinesAreRefused(String line) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(line))
        .withMessageContaining("expected");
  }

  @Test
  void aCutOrEndlessLineIsRefused() {
    assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read("YUV4MPEG2 W19"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read("YUV4MPEG2" + " X".repeat(2000)))
        .withMessageContaining("more than 1024 bytes");
  }
}
