// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.runtime.onnx.OnnxRuntime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A model that becomes garbage without having been closed is reported in the log. */
class DroppedModelTest {
  private static final String REPORT = "model efficientnet_lite0 was dropped without close()";

  @Test
  void isReportedThoughItsWatchdogRuns() throws InterruptedException {
    PrintStream stderr = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      useAndDrop();
      for (int i = 0; i < 100 && !log.toString(UTF_8).contains(REPORT); i++) {
        System.gc();
        Thread.sleep(20);
      }
    } finally {
      System.setErr(stderr);
    }
    assertThat(log.toString(UTF_8)).contains(REPORT);
  }

  private static void useAndDrop() {
    new OnnxRuntime()
        .defaultModel()
        .orElseThrow()
        .load(LoadOptions.defaults())
        .createRequest()
        .infer(Duration.ofSeconds(60));
  }
}
