// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.cli.doctor.check.BoundFunctions;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.ElfLibrary;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is read of shared libraries without loading them. */
@EnabledOnOs(OS.LINUX)
final class SharedLibraryFilesTest {
  @TempDir private Path root;

  @BeforeEach
  void construct() throws IOException {
    ConstructedTrees.healthyX5(root);
  }

  /** A library that a linker made: the JVM of this process. */
  @Test
  void theLibraryOfThisJvm() {
    Path jvm = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
    ElfLibrary library = ElfLibrary.read(jvm).orElseThrow();
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    assertThat(library.architecture()).isEqualTo(arm ? "arm64" : "x86-64");
    assertThat(library.exported()).contains("JNI_CreateJavaVM").doesNotContain("malloc");
    assertThat(library.needed()).contains("libc.so.6");
    assertThat(library.version()).isEmpty();
  }

  /** The table of the native code is the only other place that lists the functions. */
  @Test
  void theFunctionsAreThoseOfTheBinding() throws IOException {
    String shim =
        Files.readString(CommandProcess.root().resolve("runtime-bpu/src/main/native/shim.c"));
    assertThat(bound(shim, 1)).containsExactlyInAnyOrderElementsOf(BoundFunctions.REQUIRED);
    assertThat(bound(shim, 0)).containsExactlyInAnyOrderElementsOf(BoundFunctions.OPTIONAL);
  }

  private static List<String> bound(String shim, int required) {
    Pattern row =
        Pattern.compile(
            "FUNCTION\\(%1$d, (hb\\w+),|\\{\"(hb\\w+)\", %1$d, offsetof".formatted(required));
    return row.matcher(shim)
        .results()
        .map((MatchResult found) -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  @Test
  void aRequiredFunctionIsMissing() throws IOException {
    List<String> without =
        ConstructedTrees.libdnn().defined().stream()
            .filter(name -> !name.equals("hbDNNInfer") && !name.equals("hbSysFlushMem"))
            .toList();
    assertThat(libdnn(ConstructedTrees.libdnn().defining(without)))
        .isEqualTo(
            "libdnn-lacks-functions: /usr/lib/libdnn.so, version 1.24.5_(3.15.55 HBRT), package"
                + " hobot-dnn 3.0.4, lacks hbDNNInfer, hbSysFlushMem");
  }

  @Test
  void anExpectedFunctionIsNotADefinedOne() throws IOException {
    SharedLibrary whole = ConstructedTrees.libdnn();
    SharedLibrary hollow =
        new SharedLibrary(
            whole.machine(), List.of(), whole.defined(), whole.needed(), whole.constant());
    assertThat(libdnn(hollow)).startsWith("libdnn-lacks-functions: ");
  }

  @Test
  void aDependencyIsMissing() throws IOException {
    Files.delete(root.resolve("usr/hobot/lib/libcnn_intf.so.1"));
    assertThat(libdnn(ConstructedTrees.libdnn()))
        .isEqualTo(
            "libdnn-lacks-dependencies: /usr/lib/libdnn.so, version 1.24.5_(3.15.55 HBRT), package"
                + " hobot-dnn 3.0.4, depends on libcnn_intf.so.1, which is missing");
  }

  @Test
  void anotherArchitecture() throws IOException {
    SharedLibrary arm = ConstructedTrees.libdnn();
    SharedLibrary x86 =
        new SharedLibrary(62, arm.defined(), arm.undefined(), arm.needed(), arm.constant());
    assertThat(libdnn(x86))
        .isEqualTo("libdnn-other-architecture: /usr/lib/libdnn.so is built for x86-64");
  }

  @Test
  void anotherVersion() throws IOException {
    SharedLibrary known = ConstructedTrees.libdnn();
    SharedLibrary old =
        new SharedLibrary(
            known.machine(), known.defined(), List.of(), List.of(), "1.9.7_(3.10.1 HBRT)");
    assertThat(libdnn(old))
        .isEqualTo(
            "libdnn-other-version: /usr/lib/libdnn.so, version 1.9.7_(3.10.1 HBRT), package"
                + " hobot-dnn 3.0.4");
  }

  @Test
  void aStandIn() throws IOException {
    SharedLibrary known = ConstructedTrees.libdnn();
    SharedLibrary standIn =
        new SharedLibrary(
            known.machine(),
            known.defined(),
            List.of(),
            List.of(),
            "1.24.5_(3.15.55 HBRT, bpu4j-stub)");
    assertThat(libdnn(standIn)).startsWith("libdnn-stand-in: ");
  }

  private String libdnn(SharedLibrary library) throws IOException {
    Files.write(root.resolve("usr/lib/libdnn.so"), library.bytes());
    return Doctor.files(SystemView.ofTree(root)).stream()
        .filter(finding -> finding.check().equals("libdnn"))
        .map((Finding finding) -> finding.diagnosis().id() + ": " + finding.evidence())
        .findFirst()
        .orElseThrow();
  }
}
