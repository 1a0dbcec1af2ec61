// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserIdMapTest {
  @Test
  void containsTheRangesOfALine() {
    UserIdMap rootless =
        UserIdMap.parse(
            List.of("         0       1000          1", "         1     100000      65536"));
    assertThat(rootless.contains(0)).isTrue();
    assertThat(rootless.contains(65536)).isTrue();
    assertThat(rootless.contains(65537)).isFalse();
  }

  @Test
  void containsEveryUserOfTheInitialNamespace() {
    UserIdMap initial = UserIdMap.parse(List.of("         0          0 4294967295"));
    assertThat(initial.contains(65534)).isTrue();
    assertThat(initial.contains((int) 4294967294L)).isTrue();
    assertThat(initial.contains(-1)).isFalse();
  }

  @Test
  void isEmptyInANamespaceWithoutAMap() {
    assertThat(UserIdMap.parse(List.of()).contains(65534)).isFalse();
  }

  @Test
  void containsTheUserOfATest() throws IOException {
    assertThat(UserIdMap.ofThisProcess().contains(ThisUser.uid())).isTrue();
  }
}
