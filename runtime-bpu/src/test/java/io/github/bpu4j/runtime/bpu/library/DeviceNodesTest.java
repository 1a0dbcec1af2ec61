// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeviceNodesTest {
  @Test
  void hasNoObjectionOnABoardWithAccess() {
    assertThat(DeviceNodes.objections(path -> true, path -> true)).isEmpty();
  }

  @Test
  void namesTheMissingNodesAndHowAContainerGetsThem() {
    Path ion = Path.of("/dev/ion");
    assertThat(DeviceNodes.objections(path -> !path.equals(ion), path -> true))
        .singleElement()
        .asString()
        .startsWith("[/dev/ion] missing")
        .contains("--device /dev/bpu --device /dev/bpu_core0 --device /dev/ion");
  }

  @Test
  void namesTheGroupThatMayOpenThem() {
    assertThat(DeviceNodes.objections(path -> true, path -> false))
        .singleElement()
        .asString()
        .contains("/dev/bpu", "/dev/bpu_core0", "/dev/ion", "group misc", "usermod");
  }
}
