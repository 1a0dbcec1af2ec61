// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {
  @Test
  void acceptsTheOwnArchitecture() {
    assertThat(ElfFile.objection(head(2, 62), "amd64")).isEmpty();
    assertThat(ElfFile.objection(head(2, 183), "aarch64")).isEmpty();
  }

  @Test
  void namesBothArchitecturesWhenTheyDiffer() {
    assertThat(ElfFile.objection(head(2, 183), "amd64"))
        .hasValueSatisfying(text -> assertThat(text).contains("arm64", "x86-64"));
    assertThat(ElfFile.objection(head(2, 62), "aarch64"))
        .hasValueSatisfying(text -> assertThat(text).contains("for x86-64, this Java for arm64"));
    assertThat(ElfFile.objection(head(1, 40), "aarch64"))
        .hasValueSatisfying(text -> assertThat(text).contains("ELF machine 40"));
  }

  @Test
  void refusesWhatIsNoLibrary(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("libdnn.so"), "not a library at all");
    assertThat(ElfFile.objection(text, "amd64")).contains("it is not a shared library (ELF)");
    assertThat(ElfFile.objection(folder, "amd64")).contains("there is no such file");
    assertThat(ElfFile.objection(folder.resolve("absent"), "amd64"))
        .contains("there is no such file");
    assertThat(ElfFile.objection(new byte[0], "amd64")).isPresent();
  }

  private static byte[] head(int bits, int machine) {
    byte[] head = new byte[20];
    head[0] = 0x7f;
    head[1] = 'E';
    head[2] = 'L';
    head[3] = 'F';
    head[4] = (byte) bits;
    head[18] = (byte) machine;
    return head;
  }
}
