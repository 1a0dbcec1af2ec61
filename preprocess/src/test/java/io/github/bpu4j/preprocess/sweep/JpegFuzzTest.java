// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Mutated JPEG files give pictures or refusals, cut ones only refusals, in little memory: not only
 * of the heap, but of the whole process.
 *
 * <p>{@code bpu4j.fuzz.jpeg} sets how many mutations, {@code bpu4j.fuzz.seed} where they start,
 * {@code bpu4j.fuzz.cut} of how many files every cut is tried; what was counted, and the slowest
 * file, stand in {@code target/jpeg-fuzz.txt}.
 */
final class JpegFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("bpu4j.fuzz.jpeg", 1000);
  private static final long SEED = Long.getLong("bpu4j.fuzz.seed", 20261124L);
  private static final int CUT = Integer.getInteger("bpu4j.fuzz.cut", 1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_MEGABYTES = 400;
  private static final Path SAID = Path.of("target", "jpeg-fuzz.txt");

  @Test
  void pictureOrExceptionInLittleMemory() throws IOException, InterruptedException {
    String said = runInItsOwnProcess();
    assertThat(number("mutations that are pictures", said)).as(said).isPositive();
    assertThat(number("mutations refused", said)).as(said).isPositive();
    assertThat(number("cuts that are pictures", said)).as(said).isZero();
    assertThat(number("cuts refused", said)).as(said).isPositive();
    assertThat(number("most memory, MB", said)).as(said).isLessThan(MOST_MEGABYTES);
  }

  private static String runInItsOwnProcess() throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            JpegFuzz.class.getName(),
            "" + MUTATIONS,
            "" + SEED,
            "" + CUT);
    String said = ProgramRun.of(java, LONGEST).outOfSuccess();
    Files.writeString(SAID, said);
    return said;
  }

  private static long number(String label, String said) {
    Matcher line = Pattern.compile(Pattern.quote(label) + ": (\\d+)").matcher(said);
    assertThat(line.find()).as(said).isTrue();
    return Long.parseLong(line.group(1));
  }
}
