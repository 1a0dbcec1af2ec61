// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** libwebp's native code is loaded only from a folder that no other user can have written. */
@DisabledOnOs(OS.WINDOWS)
final class WebpUnpackingTest {
  private static final Path PICTURE = Path.of("src/test/resources/golden/img/webp_lossy.webp");

  @ParameterizedTest(name = "temporary files in a folder of mode {0}")
  @CsvSource({
    "0700, 250x172",
    "1777, 250x172",
    "0777, 'can be written by others than this user'",
    "0770, 'can be written by others than this user'"
  })
  void dependsOnTheFolderOfTemporaryFiles(String mode, String said, @TempDir Path folder)
      throws IOException, InterruptedException {
    Files.setAttribute(folder, "unix:mode", Integer.parseInt(mode, 8));
    ProcessBuilder java =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            ReadOne.class.getName(),
            PICTURE.toString());
    String out = ProgramRun.of(java, Duration.ofMinutes(2)).outOfSuccess();
    assertThat(out).contains(said).as("the library's property is as before").contains("null");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
