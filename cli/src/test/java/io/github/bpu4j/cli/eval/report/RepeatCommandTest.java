// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatCommandTest {
  private final RepeatCommand command = new RepeatCommand("/home/user");

  @Test
  void quotesWhatAShellWouldSplitOrExpand() {
    assertThat(command.of(List.of("eval", "--grid", "fit,range", "my photos", "it's", "$(x)", "")))
        .isEqualTo("bpu4j eval --grid fit,range 'my photos' 'it'\\''s' '$(x)' ''");
    assertThat(command.of(List.of("a\nb'"))).isEqualTo("bpu4j $'a\\x0ab\\''");
  }

  @Test
  void hidesTheHomeFolder() {
    assertThat(command.of(List.of("/home/user/my val", "/home/username/x")))
        .isEqualTo("bpu4j ~/'my val' /home/username/x");
    assertThat(command.withoutHome("in /home/user/a and /home/user/b")).isEqualTo("in ~/a and ~/b");
    assertThat(new RepeatCommand("").withoutHome("/a")).isEqualTo("/a");
  }
}
