// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A camera of 30, 120 and 900 frames per second on the native stand-in with ResNet18's times.
 *
 * <p>{@code -Dbpu4j.live.seconds} sets the duration of each rate: 5 by default, 600 in the profile
 * {@code live}, whose machine must be quiet because only there rates are checked.
 */
class LiveStressTest {
  private static final int SECONDS = Integer.getInteger("bpu4j.live.seconds", 5);
  private static final boolean LONG = SECONDS >= 600;
  private static final Pattern VALUE = Pattern.compile("(\\w+)=(\\S+)");
  private static final String MODEL = "resnet18_224x224_nv12";

  /** The published rate of ResNet18 on four threads, which the stand-in keeps. */
  private static final double PUBLISHED = 448.79;

  /** Once warm; a growth of 20 bytes per frame shows at 120 frames per second for ten minutes. */
  private static final long HEAP_GROWTH_KIB = 1024;

  /** Room for arenas of the allocator and code that is compiled late. */
  private static final long RESIDENT_GROWTH_KIB = 64 << 10;

  /** An answer of five classes, and the rest of the JVM. */
  private static final long BYTES_A_FRAME = 1024;

  @TempDir Path folder;

  @Test
  void everyFrameIsAccountedForAtEveryRate() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    List<Map<String, String>> runs = new ArrayList<>();
    for (int rate : new int[] {30, 120, 900}) {
      runs.add(run(rate));
    }
    print(runs);
    for (Map<String, String> run : runs) {
      checkAccounts(run);
      checkMemory(run);
      if (LONG) {
        checkRate(run);
      }
    }
  }

  private static void checkAccounts(Map<String, String> run) {
    long offered = number(run, "offered");
    assertThat(offered)
        .isEqualTo(number(run, "answered") + number(run, "dropped") + number(run, "failed"))
        .isEqualTo(number(run, "released"))
        .isEqualTo(number(run, "rate") * number(run, "seconds"));
    assertThat(number(run, "failed")).isZero();
    assertThat(number(run, "wrong_releases")).isZero();
    assertThat(number(run, "disorder")).isZero();
    assertThat(number(run, "starved")).isZero();
    assertThat(number(run, "newest")).as("frames newer than the last answered one").isZero();
  }

  private static void checkMemory(Map<String, String> run) {
    assertThat(growth(run, "heap_kib")).isLessThan(HEAP_GROWTH_KIB);
    assertThat(growth(run, "resident_kib")).isLessThan(RESIDENT_GROWTH_KIB);
    assertThat(number(run, "bytes_a_frame")).isLessThan(BYTES_A_FRAME);
  }

  private static void checkRate(Map<String, String> run) {
    if (number(run, "rate") < PUBLISHED) {
      assertThat(number(run, "dropped")).isZero();
    } else {
      assertThat(Double.parseDouble(run.get("per_second")))
          .isCloseTo(PUBLISHED, within(0.05 * PUBLISHED));
    }
  }

  private Map<String, String> run(int rate) throws Exception {
    Path model = NativeStubs.unpackModel(MODEL, folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaProgram.command(
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"),
                LiveCamera.class,
                model,
                rate,
                SECONDS));
    builder.environment().put("BPU4J_DNN_LIBRARY", NativeStubs.library().toString());
    ProgramRun run = ProgramRun.of(builder, Duration.ofSeconds(120 + 2L * SECONDS));
    assertThat(run.exit()).as(run.err()).isZero();
    Map<String, String> values = new HashMap<>();
    Matcher value = VALUE.matcher(run.out());
    while (value.find()) {
      values.put(value.group(1), value.group(2)); // those of the last run remain
    }
    return values;
  }

  private static void print(List<Map<String, String>> runs) {
    List<String> columns =
        List.of(
            "rate",
            "seconds",
            "offered",
            "answered",
            "dropped",
            "failed",
            "per_second",
            "slowest_us",
            "bytes_a_frame",
            "heap_kib",
            "resident_kib");
    System.out.println("live: | " + String.join(" | ", columns) + " |");
    for (Map<String, String> run : runs) {
      System.out.println(
          "live: | " + String.join(" | ", columns.stream().map(run::get).toList()) + " |");
    }
  }

  private static long growth(Map<String, String> run, String key) {
    String ends = run.get(key);
    int between = ends.indexOf("..");
    return Long.parseLong(ends.substring(between + 2)) - Long.parseLong(ends.substring(0, between));
  }

  private static long number(Map<String, String> run, String key) {
    return Long.parseLong(run.get(key));
  }
}
