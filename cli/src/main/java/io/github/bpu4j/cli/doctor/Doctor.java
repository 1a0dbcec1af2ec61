// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.doctor.check.AccessCheck;
import io.github.bpu4j.cli.doctor.check.BpuCheck;
import io.github.bpu4j.cli.doctor.check.CacheCheck;
import io.github.bpu4j.cli.doctor.check.Check;
import io.github.bpu4j.cli.doctor.check.DeviceCheck;
import io.github.bpu4j.cli.doctor.check.FontCheck;
import io.github.bpu4j.cli.doctor.check.GovernorCheck;
import io.github.bpu4j.cli.doctor.check.IonCheck;
import io.github.bpu4j.cli.doctor.check.JavaCheck;
import io.github.bpu4j.cli.doctor.check.LibdnnCheck;
import io.github.bpu4j.cli.doctor.check.LibrariesCheck;
import io.github.bpu4j.cli.doctor.check.OsCheck;
import io.github.bpu4j.cli.doctor.check.SocCheck;
import io.github.bpu4j.cli.doctor.check.TemperatureCheck;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.List;

/** Examines a machine, in the order in which its parts are needed. */
public final class Doctor {
  private static final List<Check> CHECKS =
      List.of(
          new OsCheck(),
          new SocCheck(),
          new JavaCheck(),
          new LibdnnCheck(),
          new LibrariesCheck(),
          new DeviceCheck(),
          new AccessCheck(),
          new IonCheck(),
          new BpuCheck(),
          new GovernorCheck(),
          new TemperatureCheck(),
          new CacheCheck(),
          new FontCheck());

  private Doctor() {}

  /**
   * Examines everything: files, then runtimes, then one inference.
   *
   * <p>Of a tree, only files are read; no library in it is loaded.
   *
   * @param runtimes those to examine on this machine; not used for a tree
   */
  public static List<Finding> examine(SystemView view, List<InferenceRuntime> runtimes) {
    List<Finding> findings = new ArrayList<>(files(view));
    if (view.isLive()) {
      RuntimeReport.all(runtimes, false, Board.of(view)).stream()
          .map(RuntimeReport::finding)
          .forEach(findings::add);
      findings.add(CarriedInference.with(runtimes));
    }
    return List.copyOf(findings);
  }

  /** Examines only what reading files shows, without loading native code. */
  static List<Finding> files(SystemView view) {
    Board board = Board.of(view);
    return CHECKS.stream().flatMap(check -> check.examine(view, board).stream()).toList();
  }
}
