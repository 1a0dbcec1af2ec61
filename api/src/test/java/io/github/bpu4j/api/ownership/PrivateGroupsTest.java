// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A group is private when all who are in it are trusted, by its entry or by their own. */
class PrivateGroupsTest {
  private static final List<String> PASSWD =
      List.of(
          "root:x:0:0:root:/root:/bin/bash",
          "ada:x:1000:1000:Ada,,,:/home/ada:/bin/bash",
          "bob:x:1001:1001::/home/bob:/bin/sh",
          "eve:x:1002:1003::/home/eve:/bin/sh",
          "mallory:x:1003:1003::/home/mallory:/bin/sh",
          "+:::::",
          "damaged");

  private static boolean isPrivate(int gid, String... groups) {
    return PrivateGroups.parse(PASSWD, List.of(groups))
        .isPrivate(gid, uid -> uid == 0 || uid == 1000);
  }

  @Test
  void isPrivateWithTheUserAlone() {
    assertThat(isPrivate(1000, "root:x:0:", "ada:x:1000:")).isTrue();
    assertThat(isPrivate(1000, "ada:x:1000:ada,root")).isTrue();
    assertThat(isPrivate(0, "root:x:0:")).isTrue();
  }

  @Test
  void isNotPrivateWithAnotherMember() {
    assertThat(isPrivate(1000, "ada:x:1000:bob")).isFalse();
    assertThat(isPrivate(1000, "ada:x:1000:ada, bob")).isFalse();
    assertThat(isPrivate(1000, "ada:x:1000:who-knows")).isFalse();
    assertThat(isPrivate(1000, "ada:x:1000:", "also:x:1000:bob")).isFalse();
  }

  @Test
  void isNotPrivateAsSomebodyElsesFirstGroup() {
    assertThat(isPrivate(1001, "bob:x:1001:")).isFalse();
    assertThat(isPrivate(1003, "users:x:1003:ada")).isFalse();
  }

  @Test
  void isNotPrivateWhereItsMembersAreUnknown() {
    assertThat(isPrivate(1000, "root:x:0:")).isFalse();
    assertThat(isPrivate(44, "video:x:44:")).isFalse();
    assertThat(PrivateGroups.parse(List.of(), List.of()).isPrivate(0, uid -> true)).isFalse();
  }
}
