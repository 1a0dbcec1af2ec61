// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Users and groups, from {@code /etc/passwd}, {@code /etc/group} and {@code /proc/self/status}. */
public final class Users {
  private final SystemView view;

  public Users(SystemView view) {
    this.view = view;
  }

  /**
   * The user of a process.
   *
   * @param uid its number
   * @param gids its groups at the time it logged in
   */
  public record Current(int uid, Set<Integer> gids) {
    public Current {
      gids = Set.copyOf(gids);
    }

    public boolean isRoot() {
      return uid == 0;
    }
  }

  /** The user of this process, or of the one whose status was copied with the tree. */
  public Optional<Current> current() {
    String status = view.text("/proc/self/status").orElse("");
    List<Integer> uids = numbers(status, "Uid:");
    if (uids.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> gids =
        Stream.concat(numbers(status, "Gid:").stream(), numbers(status, "Groups:").stream())
            .collect(Collectors.toSet());
    return Optional.of(new Current(uids.get(uids.size() - 1), gids));
  }

  private static List<Integer> numbers(String status, String key) {
    return status
        .lines()
        .filter(line -> line.startsWith(key))
        .flatMap(line -> Arrays.stream(line.substring(key.length()).strip().split("\\s+")))
        .filter(word -> word.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .toList();
  }

  /** The name of a user, or the number if none is listed. */
  public String user(int uid) {
    return name("/etc/passwd", uid).orElse(Integer.toString(uid));
  }

  /** The name of a group, or the number if none is listed. */
  public String group(int gid) {
    return name("/etc/group", gid).orElse(Integer.toString(gid));
  }

  /** The number of the group with that name. */
  public Optional<Integer> gid(String name) {
    return rows("/etc/group")
        .filter(row -> row[0].equals(name))
        .map(row -> Integer.valueOf(row[2]))
        .findFirst();
  }

  /** Whether {@code /etc/group} lists a user, which takes effect at the next login. */
  public boolean lists(int gid, int uid) {
    String user = user(uid);
    return rows("/etc/group")
        .filter(row -> Integer.parseInt(row[2]) == gid && row.length > 3)
        .anyMatch(row -> Arrays.asList(row[3].split(",")).contains(user));
  }

  private Optional<String> name(String file, int number) {
    return rows(file)
        .filter(row -> Integer.parseInt(row[2]) == number)
        .map(row -> row[0])
        .findFirst();
  }

  private Stream<String[]> rows(String file) {
    return view.text(file).stream()
        .flatMap(String::lines)
        .map(line -> line.split(":"))
        .filter(row -> row.length > 2 && row[2].matches("\\d{1,9}"));
  }
}
