// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whom new files belong to. */
class ThisUserTest {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isTheOwnerOfWhatItMakes() throws IOException {
    Path made = Files.createFile(folder.resolve("made"));
    assertThat(ThisUser.uid()).isEqualTo(UnixStat.of(made).uid());
    assertThat(ThisUser.principal()).isEqualTo(Files.getOwner(made));
  }

  @Test
  void isTheUserOfTheFileSystemOfFour() throws IOException {
    List<String> status = List.of("Name:\tjava", "Uid:\t1000\t1001\t1002\t4294967294", "Gid:\t1");
    assertThat(ThisUser.fileSystemUid(status)).isEqualTo(-2);
    assertThatThrownBy(() -> ThisUser.fileSystemUid(List.of("Name:\tjava")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no line Uid:");
  }
}
