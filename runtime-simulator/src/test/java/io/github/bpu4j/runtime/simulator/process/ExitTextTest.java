// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of dozens of lines, as the vendor's program writes them, the telling one is shown. */
class ExitTextTest {
  @Test
  void whatIsThereWithoutAnErrorIsPassedOver() {
    assertThat(
            ExitText.of(
                44,
                """
                WARNING: input 0 seems to be a YUV, but --yuv-size is not specified. use model input size by default.
                WARNING: bpu_mem_cache_flush is ignored in pseudo_firmware
                [19:42:46:873:341] pid=10280 tid=10280 [HBRT 3.15.55.0] (line 15 in hbrtToolReadGrayOrNV12ToBpu from file=495d171d677dc3c974a86cf556848098c2261931) Image width should be less or equal to stride, but 48 and 0
                hbrtErrorInvalidConfig
                """))
        .isEqualTo(
            "it ended with exit code 44: Image width should be less or equal to stride, but 48"
                + " and 0");
  }

  @Test
  void theSourceOfAnErrorIsLeftOut() {
    assertThat(
            ExitText.of(
                134,
                """
                hbrtErrorIllegalHBM 3.15.55 file=7b0c25e023bb537c72d2b9349b00937143a7e5f8 1978
                hbrtErrorIllegalHBMHandle 3.15.55 file=7b0c25e023bb537c72d2b9349b00937143a7e5f8 3023
                617
                ----Stack Trace----
                hbdk-sim[0x7cc774]
                """))
        .isEqualTo("it ended with exit code 134 (aborted): hbrtErrorIllegalHBM");
  }

  @Test
  void aLongLineKeepsBothEnds() {
    String text = ExitText.of(1, "cannot write " + "n".repeat(1000) + ": File name too long");
    assertThat(text)
        .hasSizeLessThan(400)
        .contains("cannot write nnn")
        .contains("nnn ... nnn")
        .endsWith("nnn: File name too long");
  }

  @Test
  void nothingIsMadeUp() {
    assertThat(ExitText.of(137, "\n")).isEqualTo("it ended with exit code 137 (killed)");
    assertThat(ExitText.of(255, "")).isEqualTo("it ended with exit code 255");
  }
}
