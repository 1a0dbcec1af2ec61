// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files whose structure is damaged give pictures or refusals in little memory: not only of the
 * heap, but of the whole process, where libwebp has its own.
 *
 * <p>{@code bpu4j.fuzz.pictures} sets how many for each format, {@code bpu4j.fuzz.seed} where they
 * start; what was counted, and the slowest file, stand in {@code target/picture-fuzz-FORMAT.txt}.
 */
final class PictureFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("bpu4j.fuzz.pictures", 300);
  private static final long SEED = Long.getLong("bpu4j.fuzz.seed", 20261124L);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_MEGABYTES = 400;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tif", "webp", "ppm"})
  void pictureOrExceptionInLittleMemory(String format) throws IOException, InterruptedException {
    String said = runInItsOwnProcess(format);
    Files.writeString(Path.of("target", "picture-fuzz-" + format + ".txt"), said);
    assertThat(number("pictures", said)).as(said).isPositive();
    assertThat(number("refused", said)).as(said).isPositive();
    assertThat(number("most memory, MB", said)).as(said).isLessThan(MOST_MEGABYTES);
  }

  private static String runInItsOwnProcess(String format) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            PictureFuzz.class.getName(),
            format,
            "" + MUTATIONS,
            "" + SEED);
    return ProgramRun.of(java, LONGEST).outOfSuccess();
  }

  private static long number(String label, String said) {
    Matcher line = Pattern.compile("\n" + Pattern.quote(label) + ": (\\d+)").matcher(said);
    assertThat(line.find()).as(said).isTrue();
    return Long.parseLong(line.group(1));
  }
}
