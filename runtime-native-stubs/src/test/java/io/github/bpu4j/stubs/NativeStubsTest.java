// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The libraries and descriptions in the jar, and the one copy for this process. */
class NativeStubsTest {
  @TempDir Path folder;

  @BeforeEach
  void assumeBuilt() {
    NativeGates.assumeBuilt();
  }

  @ParameterizedTest
  @CsvSource({"linux-x86_64, 62", "linux-arm64, 183"})
  void eachPlatformHasItsOwnMachine(String platform, int machine) throws IOException {
    ByteBuffer header =
        ByteBuffer.wrap(Files.readAllBytes(NativeStubs.unpack(platform, folder)))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(0)).isEqualTo(0x464C457F);
    assertThat(header.getShort(18)).isEqualTo((short) machine);
  }

  @Test
  void libraryIsUnpackedOnceWithItsControlFile() {
    Path library = NativeStubs.library();
    assertThat(library).hasFileName("libdnn.so").isRegularFile();
    assertThat(library.resolveSibling("libdnn.so.control")).hasSize(ControlBlock.SIZE);
    assertThat(NativeStubs.library()).isEqualTo(library);
    assertThat(NativeStubs.control()).isSameAs(NativeStubs.control());
    assertThat(NativeStubs.unavailable()).isEmpty();
  }

  @Test
  void loadingItInThisProcessAttachesIt() {
    System.load(NativeStubs.library().toString());
    StubControl control = NativeStubs.control();
    assertThat(control.attachedProcess()).isEqualTo((int) ProcessHandle.current().pid());
    assertThat(control.live().isEmpty()).isTrue();
    assertThat(control.misuse()).isEmpty();
  }

  @Test
  void unknownPlatformsAndModelsAreNamed() {
    assertThatThrownBy(() -> NativeStubs.unpack("linux-riscv64", folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("linux-riscv64")
        .hasMessageContaining("gcc");
    assertThatThrownBy(() -> NativeStubs.unpackModel("resnet19", folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("resnet19")
        .hasMessageContaining("resnet18_224x224_nv12");
  }

  @Test
  void everyModelIsADescription() throws IOException {
    for (String name : NativeStubs.models()) {
      Path file = NativeStubs.unpackModel(name, folder);
      assertThat(file).hasFileName(name + ".bin");
      assertThat(Files.readString(file)).startsWith("bpu4j-stub-model 1\n");
    }
  }
}
