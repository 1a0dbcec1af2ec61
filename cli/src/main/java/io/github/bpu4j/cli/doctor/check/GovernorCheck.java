// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How the kernel chooses the clock of the CPU, which decodes and converts pictures. */
public final class GovernorCheck implements Check {
  private static final String FOLDER = "/sys/devices/system/cpu/cpufreq";
  private static final long KILO = 1000;

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    Optional<String> policy =
        view.names(FOLDER).stream().filter(name -> name.startsWith("policy")).findFirst();
    if (policy.isEmpty()) {
      return List.of(Diagnosis.GOVERNOR_UNKNOWN.with("no policy in " + FOLDER));
    }
    String folder = FOLDER + "/" + policy.get();
    String governor = view.line(folder + "/scaling_governor").orElse("unknown");
    String evidence =
        "%s, %s to %s MHz, now %s"
            .formatted(
                governor,
                megahertz(view.number(folder + "/scaling_min_freq")),
                megahertz(view.number(folder + "/scaling_max_freq")),
                megahertz(view.number(folder + "/scaling_cur_freq")));
    return List.of(diagnosis(governor, board).with(evidence));
  }

  /** On laptops, the governor powersave of Intel's driver scales as schedutil does. */
  private static Diagnosis diagnosis(String governor, Board board) {
    return switch (governor) {
      case "performance" -> Diagnosis.GOVERNOR_OK;
      case "unknown" -> Diagnosis.GOVERNOR_UNKNOWN;
      case "powersave" -> board.hasBpu() ? Diagnosis.GOVERNOR_SLOW : Diagnosis.GOVERNOR_SCALES;
      default -> Diagnosis.GOVERNOR_SCALES;
    };
  }

  private static String megahertz(OptionalLong kilohertz) {
    return kilohertz.isPresent() ? Long.toString(kilohertz.getAsLong() / KILO) : "unknown";
  }
}
