// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.Containers;
import io.github.bpu4j.cli.doctor.view.Node;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.cli.doctor.view.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The device files of the BPU: whether they are there, with owner, group and mode. */
public final class DeviceCheck implements Check {
  @Override
  public List<Finding> examine(SystemView view, Board board) {
    if (!board.hasBpu()) {
      return List.of(Diagnosis.DEVICES_NOT_HERE.with("no BPU, so no " + Board.NODES.get(0)));
    }
    if (!view.isLive() && !view.exists("/dev")) {
      return List.of(Diagnosis.DEVICES_NOT_COPIED.with("the tree has no folder /dev"));
    }
    List<String> missing = Board.NODES.stream().filter(Predicate.not(view::exists)).toList();
    if (!missing.isEmpty()) {
      boolean container = Containers.isContainer(view);
      String where = container ? " missing in this container" : " missing";
      return List.of(
          (container ? Diagnosis.DEVICES_NOT_PASSED : Diagnosis.DEVICES_MISSING)
              .with(String.join(", ", missing) + where));
    }
    List<String> lines = new ArrayList<>();
    boolean devices = true;
    for (String path : Board.NODES) {
      Optional<Node> node = view.node(path);
      devices &= node.map(found -> isDevice(found, view)).orElse(false);
      node.ifPresent(found -> lines.add(path + " " + describe(found, new Users(view))));
    }
    return List.of(
        (devices ? Diagnosis.DEVICES_OK : Diagnosis.DEVICES_NOT_DEVICES)
            .with(String.join("\n", lines)));
  }

  /** Copying a tree without being root makes files of devices. */
  private static boolean isDevice(Node node, SystemView view) {
    return node.isDevice() || (!view.isLive() && node.isRegularFile());
  }

  private static String describe(Node node, Users users) {
    String kind = node.isDevice() ? "device" : node.isFolder() ? "folder" : "file";
    return "%s %s:%s %s"
        .formatted(kind, users.user(node.uid()), users.group(node.gid()), node.permissions());
  }
}
