// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The memory that the kernel reserves for the BPU and the camera. */
public final class IonCheck implements Check {
  private static final String RESERVED = "/proc/device-tree/reserved-memory";
  private static final String HEAPS = "/sys/kernel/debug/ion";

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    if (!board.hasBpu()) {
      return List.of(Diagnosis.ION_NOT_HERE.with("no BPU"));
    }
    List<String> said = new ArrayList<>();
    for (String name : view.names(RESERVED)) {
      if (name.contains("ion") || name.contains("cma")) {
        OptionalLong size = size(view, RESERVED + "/" + name);
        said.add("reserved " + name + (size.isPresent() ? " " + mebibytes(size.getAsLong()) : ""));
      }
    }
    view.text("/proc/meminfo").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("Cma"))
        .map(line -> line.replaceAll("\\s+", " "))
        .forEach(said::add);
    List<String> heaps = view.names(HEAPS);
    if (!heaps.isEmpty()) {
      said.add(HEAPS + ": " + String.join(", ", heaps));
    }
    return List.of(
        said.isEmpty()
            ? Diagnosis.ION_UNKNOWN.with("no pool in " + RESERVED + ", " + HEAPS + " is closed")
            : Diagnosis.ION_OK.with(String.join("\n", said)));
  }

  /** The last of the big-endian cells of {@code reg} (address, size) or {@code size}. */
  private static OptionalLong size(SystemView view, String node) {
    for (String property : List.of("reg", "size")) {
      byte[] cells = view.bytes(node + "/" + property, 16).orElse(new byte[0]);
      if (cells.length == 16 || cells.length == 8) {
        return OptionalLong.of(ByteBuffer.wrap(cells).getLong(cells.length - 8));
      }
    }
    return OptionalLong.empty();
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
