// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnonymityTest {
  @TempDir private Path root;
  private Anonymity anonymity;

  @BeforeEach
  void setUp() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/hostname"), "lab-7\n");
    Files.createDirectories(root.resolve("sys/class/socinfo"));
    Files.writeString(root.resolve("sys/class/socinfo/soc_uid"), "0x00c0ffee1234\n");
    anonymity =
        Anonymity.of(
            root,
            List.of("/home/Ann O'Neil (x)"),
            Map.of("USER", "王小明", "HOSTNAME", "a.b+c"),
            "ann.oneil");
  }

  @Test
  void foldersWithAnyCharacterGo() {
    assertThat(anonymity.clean("cannot read /home/Ann O'Neil (x)/my models/net.bin"))
        .doesNotContain("Ann", "home", "/");
    assertThat(anonymity.clean("in /home/Ann O'Neil (x).")).isEqualTo("in (folder).");
  }

  @Test
  void onlyTheLastNameOfAPathStays() {
    assertThat(anonymity.clean("/usr/lib/libdnn.so: not found")).isEqualTo("libdnn.so: not found");
    assertThat(anonymity.clean("see (/dev/bpu), '/opt/x y'")).isEqualTo("see (bpu), 'x y'");
    assertThat(anonymity.clean("library:/srv/private/a.so")).isEqualTo("library:a.so");
    assertThat(anonymity.clean("file:///srv/private/a.so")).doesNotContain("srv", "private");
    assertThat(anonymity.clean("photos/kids/zoe.png is cut")).isEqualTo("zoe.png is cut");
    assertThat(anonymity.clean("/srv/private/")).isEqualTo("private");
  }

  @Test
  void namesGoWhereTheyStandAlone() {
    assertThat(anonymity.clean("by 王小明 on LAB-7, a.b+c")).isEqualTo("by (user) on (host), (host)");
    assertThat(anonymity.clean("ann.oneil is in misc")).isEqualTo("(user) is in misc");
    assertThat(anonymity.clean("slab-70 stays")).isEqualTo("slab-70 stays");
  }

  @Test
  void serialNumbersAndAddressesGo() {
    assertThat(anonymity.clean("chip 0x00c0ffee1234")).isEqualTo("chip (serial)");
    assertThat(anonymity.clean("Serial: 10000000abcd")).isEqualTo("Serial: (serial)");
    assertThat(anonymity.clean("eth0 de:ad:be:ef:00:01")).isEqualTo("eth0 (address)");
  }

  @Test
  void whatIsNotAPathStays() {
    for (String text :
        List.of(
            "model / library: 3.15.47 / 3.15.55",
            "read and/or write, 30 images/s",
            "see https://github.com/D-Robotics/rdk_model_zoo for samples",
            "class 285 has 0.5, recorded 0.5 +- 1e-6",
            "valid (1x3x224x224), type NV12")) {
      assertThat(anonymity.clean(text)).isEqualTo(text);
    }
  }
}
