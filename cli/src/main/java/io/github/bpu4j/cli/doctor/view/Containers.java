// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.util.List;
import java.util.regex.Pattern;

/** Recognizes containers by the files that Docker, Podman and LXC leave in them. */
public final class Containers {
  private static final Pattern GROUPS =
      Pattern.compile("(?m)/(docker|kubepods|lxc|libpod|containerd)");

  private Containers() {}

  public static boolean isContainer(SystemView view) {
    return List.of("/.dockerenv", "/run/.containerenv").stream().anyMatch(view::exists)
        || view.text("/proc/1/cgroup").map(text -> GROUPS.matcher(text).find()).orElse(false);
  }
}
