// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.Containers;
import io.github.bpu4j.cli.doctor.view.Node;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.cli.doctor.view.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether this user may read and write the device files, and through which group. */
public final class AccessCheck implements Check {
  @Override
  public List<Finding> examine(SystemView view, Board board) {
    Map<String, Node> nodes = nodes(view);
    if (!board.hasBpu()) {
      return List.of(Diagnosis.ACCESS_NOT_HERE.with("no BPU"));
    }
    if (nodes.isEmpty()) {
      return List.of(Diagnosis.ACCESS_NOT_HERE.with("no device files"));
    }
    Users users = new Users(view);
    Optional<Users.Current> user = users.current();
    return List.of(
        user.isPresent()
            ? finding(view, nodes, user.get())
            : Diagnosis.ACCESS_UNKNOWN.with("/proc/self/status names no user"));
  }

  private static Map<String, Node> nodes(SystemView view) {
    Map<String, Node> nodes = new TreeMap<>();
    Board.NODES.forEach(path -> view.node(path).ifPresent(node -> nodes.put(path, node)));
    return nodes;
  }

  private static Finding finding(SystemView view, Map<String, Node> nodes, Users.Current user) {
    Users users = new Users(view);
    String groups =
        user.gids().stream().sorted().map(users::group).collect(Collectors.joining(", "));
    String who = "user %s, groups %s".formatted(users.user(user.uid()), groups);
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      Optional<Diagnosis> obstacle = obstacle(view, entry.getValue(), user);
      if (obstacle.isPresent()) {
        String group = users.group(entry.getValue().gid());
        return obstacle.get().with("%s; %s needs group %s".formatted(who, entry.getKey(), group));
      }
    }
    return Diagnosis.ACCESS_OK.with(who);
  }

  private static Optional<Diagnosis> obstacle(SystemView view, Node node, Users.Current user) {
    if (user.isRoot() || (user.uid() == node.uid() && node.ownerCanWrite())) {
      return Optional.empty();
    }
    if (user.uid() != node.uid() && user.gids().contains(node.gid()) && node.groupCanWrite()) {
      return Optional.empty();
    }
    Users users = new Users(view);
    if (node.othersCanWrite()) {
      return Optional.empty();
    }
    if (!node.groupCanWrite() || users.group(node.gid()).equals("root")) {
      return Optional.of(Diagnosis.ACCESS_CLOSED);
    }
    if (users.lists(node.gid(), user.uid())) {
      return Optional.of(Diagnosis.ACCESS_AT_NEXT_LOGIN);
    }
    return Optional.of(
        Containers.isContainer(view) ? Diagnosis.ACCESS_NOT_PASSED : Diagnosis.ACCESS_NOT_IN_GROUP);
  }
}
