// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java enums and offsets say the same as the C sources. */
class StubLayoutTest {
  private static final Path SOURCES = Path.of("src/main/c");

  private static List<String> matches(String file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(SOURCES.resolve(file)))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void functionsAreThoseOfTheTable() throws IOException {
    assertThat(Arrays.stream(StubFunction.values()).map(StubFunction::symbol))
        .containsExactlyElementsOf(matches("functions.def", "(?m)^FUNCTION\\((\\w+), \\d\\)$"))
        .hasSize(29);
  }

  @Test
  void misusesAreThoseOfTheBlock() throws IOException {
    assertThat(names(StubMisuse.values()))
        .containsExactlyElementsOf(
            matches("control.h", "(?m)^  MISUSE_(\\w+),").stream()
                .filter(name -> !name.equals("COUNT"))
                .toList());
  }

  @Test
  void actionsAreThoseOfTheBlock() throws IOException {
    assertThat(names(StubFault.Action.values()))
        .containsExactlyElementsOf(matches("control.h", "(?m)^  FAULT_(\\w+) = \\d,"));
  }

  @Test
  void offsetsAreThoseOfTheBlock() throws IOException {
    assertThat(matches("control.h", "offsetof\\(Control, \\w+\\) == (\\d+)"))
        .containsExactly(
            Integer.toString(ControlBlock.MODEL),
            Integer.toString(ControlBlock.RUNTIME),
            Integer.toString(ControlBlock.FAULTS),
            Integer.toString(ControlBlock.CALLS),
            Integer.toString(ControlBlock.FAILURES),
            Integer.toString(ControlBlock.MISUSE),
            Integer.toString(ControlBlock.LIVE),
            Integer.toString(ControlBlock.MESSAGE),
            Integer.toString(ControlBlock.RECORDS),
            Integer.toString(ControlBlock.RING));
    assertThat(matches("control.h", "sizeof\\(Control\\) == (\\d+)"))
        .containsExactly(Integer.toString(ControlBlock.SIZE));
  }

  @Test
  void modelsAreThoseOfTheFolder() throws IOException {
    try (var files = Files.list(Path.of("src/main/models"))) {
      assertThat(NativeStubs.models())
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".model", ""))
                  .sorted()
                  .toList());
    }
  }
}
