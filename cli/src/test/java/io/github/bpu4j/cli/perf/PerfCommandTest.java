// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.cli.JsonKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bpu4j perf}; no test depends on how fast it is. */
final class PerfCommandTest {
  @TempDir private Path folder;

  @Test
  void countsExactlyTheFramesAskedFor() throws Exception {
    CommandProcess run =
        CommandProcess.run("perf", "--json", "--thread_num", 3, "--frame_count", 20);
    assertThat(run.exit()).as(run.err()).isZero();
    Map<String, String> values = JsonKeys.values(run.out());
    assertThat(values)
        .containsEntry("frames", "20")
        .containsEntry("threads", "3")
        .containsEntry("failed", "0")
        .containsEntry("simulated", "false");
    double min = number(values, "latency_ms.min");
    double median = number(values, "latency_ms.p50");
    double max = number(values, "latency_ms.max");
    assertThat(min).isPositive().isLessThanOrEqualTo(median);
    assertThat(median).isLessThanOrEqualTo(max);
    double inFlight = number(values, "fps") * number(values, "latency_ms.average") / 1000;
    assertThat(inFlight).as("Little's law").isPositive().isLessThanOrEqualTo(3.001);
  }

  @Test
  void picturesAreDecodedAndTheRunIsPlotted() throws Exception {
    Path plot = folder.resolve("plot.png");
    CommandProcess run =
        CommandProcess.run(
            "perf", "--frames", 6, "--plot", plot, CommandProcess.picture("chelsea.png"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("efficientnet_lite0 on onnx\n")
        .contains("1 picture files, decoded each time")
        .contains("pictures: 6 in")
        .doesNotContain("decode 0.000 ms")
        .doesNotContain("SIMULATED");
    assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1200);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thePlotMayFailAndTheReportIsPrinted() throws Exception {
    CommandProcess.run("classify", CommandProcess.picture("chelsea.png")); // fills the cache
    Path plot = folder.resolve("plot.png");
    CommandProcess run = CommandProcess.onFullDisk("perf", "--frames", 6, "--plot", plot);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("pictures: 6 in");
    assertThat(run.err()).contains("plot.png cannot be written to " + folder + ": File too large");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void timeInTheVendorsMinutes() throws Exception {
    CommandProcess run = CommandProcess.run("perf", "--json", "--perf_time", "0.02");
    assertThat(run.exit()).as(run.err()).isZero();
    double elapsed = number(JsonKeys.values(run.out()), "elapsed_ms");
    assertThat(elapsed).isGreaterThan(1100);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptedRunReportsWhatItMeasured() throws Exception {
    Path plot = folder.resolve("plot.png");
    CommandProcess run =
        CommandProcess.interrupted(
            "perf", "--json", "--duration", "10m", "--warmup", 0, "--threads", 2, "--plot", plot);
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    Map<String, String> values = JsonKeys.values(run.out());
    assertThat(number(values, "frames")).isPositive();
    assertThat(number(values, "elapsed_ms")).isGreaterThan(900);
    assertThat(run.err()).contains("interrupted after " + values.get("frames") + " pictures");
    assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1200);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptedRunWithoutAResultReportsTheFirstFailure() throws Exception {
    byte[] picture = Files.readAllBytes(CommandProcess.picture("chelsea.png"));
    Path broken = Files.write(folder.resolve("broken.png"), Arrays.copyOf(picture, 2000));
    CommandProcess run =
        CommandProcess.interrupted("perf", "--duration", "10m", "--warmup", 0, broken);
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("pictures failed, the first one: ", "interrupted after 0");
  }

  @Test
  void aTimeTooShortForOnePictureIsAFailure() throws Exception {
    CommandProcess run = CommandProcess.run("perf", "--warmup", 0, "--duration", "0.00001ms");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no picture was classified in this time; measure longer");
  }

  @Test
  void aPlotWithoutAFolderIsRefusedBeforeMeasuring() throws Exception {
    Path plot = folder.resolve("absent/plot.png");
    CommandProcess run = CommandProcess.run("perf", "--duration", "10m", "--plot", plot);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no folder " + plot.getParent());
  }

  @Test
  void aFrameTooLargeForAnArrayIsRefused() throws Exception {
    CommandProcess run = CommandProcess.run("perf", "--size", "40000x40000");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("40000x40000 takes 2400000000 bytes").doesNotContain("\tat ");
  }

  @Test
  void rawFrames() throws Exception {
    Path raw = Files.write(folder.resolve("raw"), new byte[2 * 64 * 48 * 3 / 2]);
    CommandProcess run = CommandProcess.run("perf", "--frames", 4, "--raw", raw, "--size", "64x48");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 NV12 frames 64x48");
    CommandProcess wrong = CommandProcess.run("perf", "--raw", raw, "--size", "64x46");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("9216 bytes").contains("4416 bytes each");
  }

  @Test
  void wrongUsageIs2() throws Exception {
    Object[][] wrong = {
      {"perf", "--threads", 0},
      {"perf", "--frames", 0},
      {"perf", "--duration", "1s", "--perf_time", 1},
      {"perf", "--raw", "a", "b.png"},
      {"perf", "--core_id", 7},
      {"perf", "--core_id", 1, "--runtime", "onnx"},
    };
    for (Object[] arguments : wrong) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void badPictureIs1() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.png"), "not a picture");
    CommandProcess run = CommandProcess.run("perf", "--frames", 3, bad);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("pictures failed").doesNotContain("\tat ");
  }

  private static double number(Map<String, String> values, String key) {
    return Double.parseDouble(values.get(key));
  }
}
