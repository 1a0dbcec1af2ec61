// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.Containers;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operating system and the version of the board's image. */
public final class OsCheck implements Check {
  private static final String BOARD_RELEASE = "Ubuntu 22.04";

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    Optional<String> release = release(view);
    List<String> said = new ArrayList<>();
    release.ifPresent(said::add);
    view.line("/etc/version").ifPresent(version -> said.add("board image " + version));
    view.line("/proc/sys/kernel/osrelease").ifPresent(kernel -> said.add("kernel " + kernel));
    if (Containers.isContainer(view)) {
      said.add("in a container");
    }
    String evidence = String.join(", ", said);
    if (isMusl(view)) {
      return List.of(Diagnosis.OS_MUSL.with(evidence + ", C library musl"));
    }
    if (release.isEmpty()) {
      String machine = view.isLive() ? System.getProperty("os.name") + " " : "";
      return List.of(Diagnosis.OS_UNKNOWN.with(machine + "no name in /etc/os-release"));
    }
    boolean other = board.hasBpu() && !release.get().startsWith(BOARD_RELEASE);
    return List.of((other ? Diagnosis.OS_OTHER_RELEASE : Diagnosis.OS_OK).with(evidence));
  }

  private static Optional<String> release(SystemView view) {
    return view.text("/etc/os-release").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("PRETTY_NAME="))
        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= 100)
        .findFirst();
  }

  /** A system of glibc may have a second loader for musl. */
  private static boolean isMusl(SystemView view) {
    return has(view, "ld-musl-") && !has(view, "ld-linux-");
  }

  private static boolean has(SystemView view, String loader) {
    return List.of("/lib", "/lib64").stream()
        .flatMap(folder -> view.names(folder).stream())
        .anyMatch(name -> name.startsWith(loader));
  }
}
