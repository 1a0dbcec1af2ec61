// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The folders that a dynamic loader searches, and those in which the vendor's packages install. */
public final class LibraryFolders {
  private static final List<String> USUAL =
      List.of(
          "/lib",
          "/usr/lib",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/hobot/lib",
          "/usr/lib/hbbpu",
          "/usr/local/lib");

  private final SystemView view;
  private final Set<String> folders = new LinkedHashSet<>();

  public LibraryFolders(SystemView view) {
    this.view = view;
    view.variable("LD_LIBRARY_PATH").stream()
        .flatMap(value -> Arrays.stream(value.split(":", -1)))
        .filter(folder -> folder.startsWith("/"))
        .forEach(folders::add);
    Stream.concat(
            Stream.of("/etc/ld.so.conf"),
            view.names("/etc/ld.so.conf.d").stream()
                .filter(name -> name.endsWith(".conf"))
                .map(name -> "/etc/ld.so.conf.d/" + name))
        .flatMap(file -> view.text(file).stream())
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> line.startsWith("/"))
        .forEach(folders::add);
    folders.addAll(USUAL);
  }

  /** The paths of a file with that name, each file once however many links lead to it. */
  public List<String> find(String name) {
    Map<Path, String> found = new LinkedHashMap<>();
    for (String folder : folders) {
      String path = folder + "/" + name;
      if (view.exists(path)) {
        view.resolve(path).ifPresent(file -> found.putIfAbsent(file, path));
      }
    }
    return List.copyOf(found.values());
  }

  /** The paths of files whose names begin like that. */
  public List<String> beginning(String start) {
    return folders.stream()
        .flatMap(folder -> view.names(folder).stream())
        .filter(name -> name.startsWith(start))
        .distinct()
        .sorted()
        .flatMap(name -> find(name).stream())
        .toList();
  }
}
