// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The BPU's cores, clock and load, from the kernel's files. */
public final class BpuCheck implements Check {
  private static final String CORE = Board.BPU + "/bpu0";
  private static final long MEGA = 1_000_000;

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    if (!board.hasBpu()) {
      return List.of(Diagnosis.BPU_NOT_HERE.with("no BPU"));
    }
    List<String> said = new ArrayList<>();
    view.line(Board.BPU + "/core_num").ifPresent(count -> said.add("cores " + count));
    Optional<String> clock = clock(view);
    clock.ifPresent(folder -> said.add(frequencies(view, folder)));
    OptionalLong ratio = view.number(CORE + "/ratio");
    ratio.ifPresent(percent -> said.add("busy " + percent + " %"));
    String evidence = String.join(", ", said);
    if (said.isEmpty()) {
      return List.of(Diagnosis.BPU_UNKNOWN.with("nothing to read in " + Board.BPU));
    }
    if (clock.isPresent() && isLimited(view, clock.get())) {
      return List.of(Diagnosis.BPU_LIMITED.with(evidence));
    }
    return List.of((ratio.orElse(0) > 0 ? Diagnosis.BPU_BUSY : Diagnosis.BPU_OK).with(evidence));
  }

  /** The device's name in the folder varies between kernels. */
  private static Optional<String> clock(SystemView view) {
    String folder = CORE + "/devfreq";
    return view.names(folder).stream()
        .filter(name -> name.endsWith(".bpu"))
        .findFirst()
        .map(name -> folder + "/" + name);
  }

  private static String frequencies(SystemView view, String folder) {
    return "clock %s of %s MHz%s"
        .formatted(
            megahertz(view.number(folder + "/cur_freq")),
            megahertz(view.number(folder + "/max_freq")),
            view.line(folder + "/governor").map(name -> " (" + name + ")").orElse(""));
  }

  private static String megahertz(OptionalLong hertz) {
    return hertz.isPresent() ? Long.toString(hertz.getAsLong() / MEGA) : "unknown";
  }

  private static boolean isLimited(SystemView view, String folder) {
    long highest =
        view.line(folder + "/available_frequencies").stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
            .filter(word -> word.matches("\\d{1,18}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0);
    return view.number(folder + "/max_freq").orElse(highest) < highest;
  }
}
