// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawLayout;
import io.github.bpu4j.video.RawLayout.Format;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** The values of --smooth and --raw. */
final class OptionTextsTest {
  private final SmoothingText smoothing = new SmoothingText();
  private final RawText.Converter raw = new RawText.Converter();

  @Test
  void smoothings() {
    assertThat(smoothing.convert("none")).isEqualTo(Smoothing.none());
    assertThat(smoothing.convert("exponential:500ms"))
        .isEqualTo(Smoothing.exponential(Duration.ofMillis(500)));
    assertThat(smoothing.convert("majority:2s"))
        .isEqualTo(Smoothing.majority(Duration.ofSeconds(2)));
    assertThat(smoothing.convert("majority:1"))
        .isEqualTo(Smoothing.majority(Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "exponential", "exponential:", "mean:2s", "none:1s", "Majority:2s"})
  void whatIsNoSmoothingIsExplained(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> smoothing.convert(text))
        .withMessageStartingWith("'" + text + "' is not a smoothing; use a form like exponential:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exponential:0s", "majority:-1s", "majority:2s:3s", "majority:61s"})
  void aSmoothingOfNoTimeOrTooLong(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> smoothing.convert(text))
        .withMessageContaining(text.substring(text.indexOf(':') + 1, text.indexOf(':') + 2));
  }

  @Test
  void rawFormats() {
    assertThat(raw.convert("nv12:1280x720").layout(YuvRange.FULL))
        .isEqualTo(RawLayout.of(Format.NV12, 1280, 720, YuvRange.FULL));
    assertThat(raw.convert("YUYV:640x480:1536").layout(YuvRange.VIDEO))
        .isEqualTo(new RawLayout(Format.YUYV, 640, 480, 1536, YuvRange.VIDEO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nv12",
        "rgb:64x48",
        "nv12:64",
        "nv12:64x48:",
        "nv12:64x48:64:1",
        "nv12:-64x48",
        "nv12:999999x48"
      })
  void whatIsNoRawFormatIsExplained(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> raw.convert(text))
        .withMessageStartingWith("'" + text + "' is not a raw format; use FORMAT:WxH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nv12:63x48", "nv12:0x48", "nv12:64x48:62", "yuyv:16384x16384:999999"})
  void aRawFormatThatNoFrameHas(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> raw.convert(text))
        .withMessageStartingWith("'" + text + "': ")
        .withMessageContaining("expected");
  }
}
