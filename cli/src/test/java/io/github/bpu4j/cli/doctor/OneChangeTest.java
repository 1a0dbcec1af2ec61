// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.cli.language.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What one change to a healthy X5 makes of its findings. */
@EnabledOnOs(OS.LINUX)
final class OneChangeTest {
  @TempDir private Path root;

  @BeforeEach
  void construct() throws IOException {
    ConstructedTrees.healthyX5(root);
  }

  @Test
  void theGroupTakesEffectAtTheNextLogin() throws IOException {
    String status = Files.readString(root.resolve("proc/self/status"));
    write("proc/self/status", status.replaceFirst("Groups:.*", "Groups:\t"));
    assertThat(found("access"))
        .containsExactly(
            "access-at-next-login: user sunrise, groups sunrise; /dev/bpu needs group misc");
  }

  @Test
  void aContainerWithoutTheGroup() throws IOException {
    ConstructedTrees.wrongGroup(Files.createDirectory(root.resolve("inner")));
    root = root.resolve("inner");
    write("run/.containerenv", "");
    assertThat(found("access"))
        .containsExactly("access-not-passed: user alice, groups users; /dev/bpu needs group misc");
    assertThat(found("os"))
        .containsExactly(
            "os-ok: Ubuntu 22.04.5 LTS, board image 3.3.3, kernel 6.1.83, in a container");
  }

  @Test
  void onlyTheOwnerMayWriteADevice() throws IOException {
    Files.setPosixFilePermissions(
        root.resolve("dev/ion"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(found("access"))
        .containsExactly(
            "access-closed: user sunrise, groups misc, sunrise; /dev/ion needs group misc");
  }

  @Test
  void rootNeedsNoGroup() throws IOException {
    write("proc/self/status", "Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t\n");
    assertThat(found("access")).singleElement().asString().startsWith("access-ok: user ");
  }

  @Test
  void noUserWasCopied() throws IOException {
    Files.delete(root.resolve("proc/self/status"));
    assertThat(found("access")).containsExactly("access-unknown: /proc/self/status names no user");
  }

  @Test
  void oneDeviceIsMissing() throws IOException {
    Files.delete(root.resolve("dev/ion"));
    assertThat(found("devices")).containsExactly("devices-missing: /dev/ion missing");
  }

  @Test
  void noDeviceWasCopied() throws IOException {
    for (String name : List.of("bpu", "bpu_core0", "ion", "")) {
      Files.delete(root.resolve("dev").resolve(name));
    }
    assertThat(found("devices")).containsExactly("devices-not-copied: the tree has no folder /dev");
  }

  @Test
  void musl() throws IOException {
    Files.move(root.resolve("lib/ld-linux-aarch64.so.1"), root.resolve("lib/ld-musl-aarch64.so.1"));
    assertThat(found("os"))
        .containsExactly(
            "os-musl: Ubuntu 22.04.5 LTS, board image 3.3.3, kernel 6.1.83, C library musl");
  }

  @Test
  void anotherSystemThanTheVendors() throws IOException {
    write("usr/lib/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
    write("proc/sys/kernel/osrelease", "");
    assertThat(found("os"))
        .containsExactly("os-other-release: Debian GNU/Linux 12 (bookworm), board image 3.3.3");
  }

  @Test
  void theChipHasNoName() throws IOException {
    Files.delete(root.resolve("sys/class/socinfo/soc_name"));
    write("sys/firmware/devicetree/base/model", "Radxa ROCK 5B\0");
    assertThat(found("soc")).containsExactly("soc-unnamed: a BPU, but no file names the chip");
  }

  @Test
  void theDeviceTreeAloneNamesTheChip() throws IOException {
    Files.delete(root.resolve("sys/class/socinfo/soc_name"));
    assertThat(found("soc")).containsExactly("soc-x5: D-Robotics RDK X5 V1.0");
  }

  @Test
  void aLibraryOfTheX3() throws IOException {
    write("usr/lib/libhbrt_bernoulli_aarch64.so", "library");
    assertThat(found("libraries"))
        .containsExactly("libraries-of-x3: /usr/lib/libhbrt_bernoulli_aarch64.so");
  }

  @Test
  void oneLibraryUnderTwoNamesIsOne() throws IOException {
    Files.createSymbolicLink(
        root.resolve("usr/hobot/lib/libdnn.so"), Path.of("/usr/lib/libdnn.so"));
    assertThat(found("libraries"))
        .containsExactly("libraries-ok: one libdnn.so, no library of another family");
  }

  @Test
  void theBpuIsBusy() throws IOException {
    write("sys/devices/system/bpu/bpu0/ratio", "73\n");
    assertThat(found("bpu"))
        .containsExactly("bpu-busy: cores 1, clock 500 of 1000 MHz (userspace), busy 73 %");
  }

  @Test
  void theGovernor() throws IOException {
    String governor = "sys/devices/system/cpu/cpufreq/policy0/scaling_governor";
    write(governor, "powersave\n");
    assertThat(found("governor"))
        .containsExactly("governor-slow: powersave, 300 to 1500 MHz, now 1200");
    write(governor, "performance\n");
    assertThat(found("governor"))
        .containsExactly("governor-ok: performance, 300 to 1500 MHz, now 1200");
  }

  @Test
  void warmHotAndSilentSensors() throws IOException {
    write("sys/class/hwmon/hwmon0/temp2_input", "85000\n");
    write("sys/class/hwmon/hwmon0/temp1_input", "not ready\n");
    assertThat(found("temperature")).containsExactly("temperature-high: BPU 85 °C, CPU 51 °C");
    write("sys/class/hwmon/hwmon0/temp2_input", "95000\n");
    assertThat(found("temperature")).containsExactly("temperature-throttled: BPU 95 °C, CPU 51 °C");
  }

  @Test
  void noJava() throws IOException {
    Files.delete(root.resolve("usr/lib/jvm/java/release"));
    assertThat(found("java"))
        .containsExactly("java-missing: none in /usr/lib/jvm, /opt/java, /opt");
  }

  @Test
  void noReservedMemoryCanBeRead() throws IOException {
    Files.delete(root.resolve("proc/device-tree"));
    Files.delete(root.resolve("proc/meminfo"));
    assertThat(found("ion"))
        .containsExactly(
            "ion-unknown: no pool in /proc/device-tree/reserved-memory, /sys/kernel/debug/ion is"
                + " closed");
  }

  @Test
  void controlCharactersAreShown() throws IOException {
    write("etc/version", "3.3\u001b[31m\n");
    assertThat(
            new FindingTable(Integer.MAX_VALUE, Texts.english())
                .rows(Doctor.files(SystemView.ofTree(root)).get(0)))
        .contains("board image 3.3\\x1b[31m,");
  }

  private void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<String> found(String check) throws IOException {
    return Doctor.files(SystemView.ofTree(root)).stream()
        .filter(finding -> finding.check().equals(check))
        .map(finding -> finding.diagnosis().id() + ": " + finding.evidence())
        .toList();
  }
}
