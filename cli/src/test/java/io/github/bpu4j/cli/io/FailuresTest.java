// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {
  @Test
  void fileSystemFailuresSayWhatIsWrong() {
    assertThat(Failures.text(new NoSuchFileException("a"))).isEqualTo("a: no such file or folder");
    assertThat(Failures.text(new AccessDeniedException("a"))).isEqualTo("a: permission denied");
    assertThat(Failures.text(new FileAlreadyExistsException("a")))
        .isEqualTo("a: it exists already");
    assertThat(Failures.text(new FileSystemException("a", null, "Is a directory")))
        .isEqualTo("a: this is a folder, expected a file");
    assertThat(Failures.text(new FileSystemException("a", null, "No space left on device")))
        .isEqualTo("a: No space left on device");
    assertThat(Failures.text(new FileSystemLoopException("a")))
        .isEqualTo("a: a symbolic link to a folder that contains it; it was not followed");
    assertThat(Failures.text(new NotDirectoryException("a")))
        .isEqualTo("a: the system reports NotDirectoryException");
    assertThat(Failures.text(new IOException())).isEqualTo("IOException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maxResults 0, expected at least 1|--top 0, expected at least 1",
        "raise DecodeLimits.maxPixels to accept it|raise --max-pixels to accept it",
        "raise concurrency or timeout, or send less|raise --concurrency or --timeout, or send less",
        "raise -Xmx or lower DecodeLimits.maxBytes|raise -Xmx in BPU4J_JAVA_OPTS or lower --max-bytes",
        "or load it with force|or load it with --force",
        "a.so (named by the system property bpu4j.dnn.library): absent|a.so (named by --library): absent",
        "name the library with -Dbpu4j.dnn.library=PATH or B=PATH"
            + "|name the library with --library PATH or B=PATH",
        "core id 7: expected 0 (any)|--core 7: expected 0 (any)",
        "(it bundles no model; give a model file)"
            + "|(it bundles no model; give a model file with --model)",
        "photos/maxResults.jpg: damaged|photos/maxResults.jpg: damaged",
        "the timeout of 10 s passed|the timeout of 10 s passed",
      })
  void settingsGoByTheNamesOfTheirOptions(String message, String shown) {
    assertThat(Failures.text(new IOException(message))).isEqualTo(shown);
  }
}
