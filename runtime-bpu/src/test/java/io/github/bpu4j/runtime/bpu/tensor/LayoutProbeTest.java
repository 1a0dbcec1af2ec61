// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LayoutProbeTest {
  private final ByteBuffer room = soundRoom();

  @Test
  void acceptsTheLayoutOfTheX5() {
    assertThat(LayoutProbe.overrun(room)).isEmpty();
    assertThat(LayoutProbe.objection(room)).isEmpty();
    assertThat(LayoutProbe.hasPlausibleStrides(room)).isTrue();
  }

  @Test
  void noticesALargerStructure() {
    room.put(176, (byte) 0);
    assertThat(LayoutProbe.overrun(room))
        .contains("byte 176 was written, the structure ends at 176");
  }

  @Test
  void noticesValuesThatMakeNoSense() {
    assertObjection(32, 0, "0 dimensions");
    assertObjection(32, 9, "9 dimensions");
    assertObjection(4, 0, "dimension 1 of the valid shape is 0");
    assertObjection(68, 0xA5A5A5A5, "aligned shape has");
    assertObjection(72, 3, "the layout is 3");
    assertObjection(76, 19, "the type is 19");
    assertObjection(76, -1, "the type is -1");
    assertObjection(128, 3, "the quantization is 3");
    assertObjection(136, 0, "it takes 0 bytes");
    assertObjection(136, 75263, "needs at least 75264");
  }

  @Test
  void onlyWondersAboutStrides() {
    room.putInt(140, 4).putInt(144, 4000);
    assertThat(LayoutProbe.objection(room)).isEmpty();
    assertThat(LayoutProbe.hasPlausibleStrides(room)).isFalse();
    room.putInt(140, 4000).putInt(144, 4).putInt(148, 4).putInt(152, 4);
    assertThat(LayoutProbe.hasPlausibleStrides(room)).isTrue();
  }

  private static void assertObjection(int offset, int value, String text) {
    ByteBuffer changed = soundRoom().putInt(offset, value);
    assertThat(LayoutProbe.objection(changed))
        .hasValueSatisfying(objection -> assertThat(objection).contains(text));
  }

  /** An NV12 input of 224x224 as an X5 describes it. */
  private static ByteBuffer soundRoom() {
    byte[] bytes = new byte[LayoutProbe.ROOM];
    Arrays.fill(bytes, LayoutProbe.SIZE, LayoutProbe.ROOM, LayoutProbe.FILL);
    ByteBuffer room = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int shape : new int[] {0, 36}) {
      room.putInt(shape, 1).putInt(shape + 4, 3).putInt(shape + 8, 224).putInt(shape + 12, 224);
      room.putInt(shape + 32, 4);
    }
    return room.putInt(72, 2).putInt(76, 1).putInt(136, 75264);
  }
}
