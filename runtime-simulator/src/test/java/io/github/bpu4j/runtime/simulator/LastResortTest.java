// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.runtime.simulator.program.ProgramSearch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that nobody named is taken with one warning, one that was named without. */
class LastResortTest {
  private static final String WARNING = "is only simulated, by runtime simulator";

  @TempDir Path folder;

  @BeforeEach
  void useTheFakeProgram() throws Exception {
    Path program = FakeProgram.answering(folder.resolve("bin"), FakeProgram.TEN_SCORES);
    System.setProperty(ProgramSearch.PROPERTY, program.toString());
  }

  @AfterEach
  void forgetIt() {
    System.clearProperty(ProgramSearch.PROPERTY);
  }

  private String logOfOpening(ClassifierBuilder builder) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (Classifier classifier = builder.model(new CompiledFiles(folder).tiny()).open()) {
      assertThat(classifier.model().runtime()).isEqualTo("simulator");
      assertThat(classifier.model().simulated()).isTrue();
      assertThat(classifier.model().details())
          .containsEntry(
              "results", "integers equal to the vendor's software; times are not a board's");
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneWarningIfNobodyNamedIt() throws Exception {
    assertThat(logOfOpening(Classifier.builder())).containsOnlyOnce(WARNING);
  }

  @Test
  void noWarningIfItWasNamed() throws Exception {
    assertThat(logOfOpening(Classifier.builder().runtime("simulator"))).doesNotContain(WARNING);
  }
}
