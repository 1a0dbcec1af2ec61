// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of machine the files describe.
 *
 * @param family of the chip
 * @param name what the machine calls itself, such as {@code X5M, D-Robotics RDK X5 V1.0}; empty if
 *     nothing names it
 */
public record Board(Family family, String name) {
  /** The three device files through which libdnn reaches the BPU and its memory. */
  public static final List<String> NODES = List.of("/dev/bpu", "/dev/bpu_core0", "/dev/ion");

  /** The kernel's folder about the BPU, which containers see too. */
  public static final String BPU = "/sys/devices/system/bpu";

  /** A family of chips. */
  public enum Family {
    X5,
    X3,
    /** S100 and S600, whose libdnn has the same name and other structures. */
    S100,
    /** There is a BPU, but nothing names the chip. */
    UNNAMED,
    /** No BPU: a laptop, a server, another board. */
    NONE
  }

  /** Reads what names the chip and the board. */
  public static Board of(SystemView view) {
    List<String> names =
        Stream.of(
                "/sys/class/boardinfo/soc_name",
                "/sys/class/socinfo/soc_name",
                "/proc/device-tree/model")
            .map(view::line)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Family named =
        names.stream()
            .map(Board::family)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(hasBpu(view) ? Family.UNNAMED : Family.NONE);
    return new Board(named, String.join(", ", names));
  }

  private static Optional<Family> family(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String model = lower.replaceFirst("^(d-robotics |hobot |horizon )*(rdk )?", "");
    boolean vendor = !model.equals(lower) || lower.matches("[xs]\\d+[a-z]?");
    if (!vendor) {
      return Optional.empty();
    }
    if (model.startsWith("x5")) {
      return Optional.of(Family.X5);
    }
    if (model.startsWith("x3")) {
      return Optional.of(Family.X3);
    }
    return model.matches("s\\d{3}.*") ? Optional.of(Family.S100) : Optional.empty();
  }

  private static boolean hasBpu(SystemView view) {
    return view.exists(BPU) || view.exists(NODES.get(0)) || view.exists(NODES.get(1));
  }

  /** Whether the machine has a BPU for which there is no runtime. */
  public boolean isOtherFamily() {
    return family == Family.X3 || family == Family.S100;
  }

  /** Whether the machine has a BPU, of whichever family. */
  public boolean hasBpu() {
    return family != Family.NONE;
  }
}
