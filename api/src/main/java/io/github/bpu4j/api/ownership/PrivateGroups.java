// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Groups with a single user, which many distributions create for each account and combine with a
 * umask of 002.
 *
 * <p>Read from {@code /etc/passwd} and {@code /etc/group}. A group from a directory service counts
 * as not private because its members are unknown.
 */
final class PrivateGroups {
  private static final int NAME = 0;
  private static final int ID = 2;
  private static final int PASSWD_GID = 3;
  private static final int GROUP_MEMBERS = 3;

  private final List<String[]> users;
  private final List<String[]> groups;

  private PrivateGroups(List<String[]> users, List<String[]> groups) {
    this.users = users;
    this.groups = groups;
  }

  static PrivateGroups ofThisSystem() throws IOException {
    return parse(lines(Path.of("/etc/passwd")), lines(Path.of("/etc/group")));
  }

  private static List<String> lines(Path file) throws IOException {
    // Names may be in any encoding; ISO 8859-1 accepts all bytes.
    return Files.isReadable(file)
        ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
        : List.of();
  }

  static PrivateGroups parse(List<String> passwd, List<String> group) {
    return new PrivateGroups(rows(passwd), rows(group));
  }

  private static List<String[]> rows(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(":", -1))
        .filter(row -> row.length > PASSWD_GID)
        .toList();
  }

  /**
   * Whether the group is the primary group of some user, and all its members are trusted.
   *
   * @param trusted tests a user's number
   */
  boolean isPrivate(int gid, IntPredicate trusted) {
    List<String[]> owners = users.stream().filter(user -> number(user[PASSWD_GID]) == gid).toList();
    List<String[]> entries = groups.stream().filter(group -> number(group[ID]) == gid).toList();
    return !owners.isEmpty()
        && !entries.isEmpty()
        && owners.stream().allMatch(user -> trusted.test(number(user[ID])))
        && entries.stream().allMatch(group -> areTrusted(group[GROUP_MEMBERS], trusted));
  }

  private boolean areTrusted(String members, IntPredicate trusted) {
    for (String member : members.split(",", -1)) {
      if (!member.isBlank() && !isTrusted(member.strip(), trusted)) {
        return false;
      }
    }
    return true;
  }

  private boolean isTrusted(String member, IntPredicate trusted) {
    return users.stream()
        .anyMatch(user -> user[NAME].equals(member) && trusted.test(number(user[ID])));
  }

  private static int number(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
