// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.WireTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files made to exhaust memory or time. The build gives these tests a heap of 64 MB, so that a
 * reader that believes a file's claims fails here.
 */
class HostileFileTest {
  private static final int MANY = 300_000;

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void aClaimedLengthAllocatesNothing(long length) {
    for (int field = 3; field <= 6; field++) {
      byte[] claim = WireTree.packed(((long) field << 3) | 2, length, 0);
      long before = Allocation.soFar();
      ModelFileException refusal = refusal(claim);
      assertThat(Allocation.soFar() - before).as("bytes allocated").isLessThan(200_000);
      assertThat(refusal.reason()).isIn(Reason.TRUNCATED, Reason.DAMAGED, Reason.UNKNOWN);
    }
  }

  @Test
  void aClaimedLengthDeepInsideIsCheckedAgainstItsMessage() {
    byte[] name = WireTree.packed((2 << 3) | 2, 1L << 30, 'x');
    assertThat(refusal(new WireTree().add(5, name).bytes()))
        .hasMessageContaining("field 2 needs 1073741824 bytes where 1 are left")
        .extracting(ModelFileException::reason)
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aNumberLongerThan64BitsIsRefused() {
    byte[] endless = new byte[64];
    Arrays.fill(endless, (byte) 0xff);
    assertThat(refusal(new WireTree().add(5, endless).bytes()))
        .hasMessageContaining("longer than 64 bits");
  }

  @Test
  void millionsOfEmptyFieldsAreRefused() {
    assertTooLarge(new WireTree().add(5, repeat(2_000_000, 0x48, 0)), "fields");
  }

  @Test
  void countlessNodesAreRefused() {
    assertTooLarge(new WireTree().add(5, repeat(2 * MANY, 0x0a, 0)), "MB");
  }

  @Test
  void countlessModelsAreRefused() {
    var file = new WireTree();
    for (int i = 0; i < 300; i++) {
      file.add(5, ModelFiles.tree().at(5, 0).set(3, new WireTree()).set(2, "m" + i));
    }
    assertTooLarge(file, "256 models");
  }

  @Test
  void countlessInputsAreRefused() {
    WireTree file = ModelFiles.tree();
    for (int i = 0; i < 300; i++) {
      file.at(5, 0).add(4, ModelFiles.value("x" + i, 3, 1, 2, 2, 3));
    }
    assertTooLarge(file, "256 inputs");
  }

  @Test
  void countlessSettingsAreRefused() {
    WireTree file = ModelFiles.tree();
    for (int i = 0; i < 2000; i++) {
      file.at(6, 0).add(1, new WireTree().add(1, "key" + i));
    }
    assertTooLarge(file, "1024 build settings");
  }

  @Test
  void countlessBuildRecordsAreRefused() {
    WireTree file = ModelFiles.tree();
    for (int i = 0; i < 300; i++) {
      file.add(6, new WireTree());
    }
    assertTooLarge(file, "256 build records");
  }

  @Test
  void endlessTextIsRefused() {
    assertTooLarge(
        WireTree.parse(ModelFiles.withSetting("NODE_INFO", "x".repeat(2 << 20))), "a text of");
  }

  @Test
  void endlessDimensionsAreRefused() {
    WireTree file = ModelFiles.tree();
    file.at(5, 0).set(5, ModelFiles.value("prob", 1, new long[MANY]));
    assertTooLarge(file, "MB");
  }

  @Test
  void endlessScalesAreRefused() {
    WireTree file = ModelFiles.tree();
    file.at(5, 0).at(3, 2).set(2, new byte[4 * MANY]);
    assertTooLarge(file, "MB");
  }

  @Test
  void aSettingsListOfSemicolonsCostsLittle() throws IOException {
    WireTree file = WireTree.parse(ModelFiles.withSetting("MEAN_VALUE", "1,".repeat(400_000)));
    ModelFiles.setting(file.at(6, 0), "INPUT_NAMES", ";".repeat(500_000));
    for (int i = 0; i < 200; i++) {
      file.at(5, 0).add(4, ModelFiles.value("x", 3, 1, 2, 2, 3));
    }
    assertThat(read(file.bytes()).models().get(0).inputs()).hasSize(201);
  }

  @Test
  void nodesThatFeedEachOtherInARingEnd() throws IOException {
    WireTree file = ModelFiles.tree();
    WireTree graph = file.at(5, 0).removeIf(1, node -> true);
    graph.add(1, ModelFiles.node("Reshape", "a", "prob", "b"));
    graph.add(1, ModelFiles.node("Reshape", "b", "b", "prob"));
    OutputDescription output = read(file.bytes()).models().get(0).outputs().get(0);
    assertThat(output.lastOperator()).isEmpty();
    assertThat(output.endsInSoftmax()).isFalse();
  }

  @Test
  void aFileThatShrinksWhileItIsReadIsCutShort() {
    byte[] real = ModelFiles.real();
    ByteSource shrinking =
        new ByteSource() {
          @Override
          public long size() {
            return real.length;
          }

          @Override
          public int read(ByteBuffer target, long position) {
            return position > 0 ? -1 : new ByteSource.InMemory(real).read(target, position);
          }
        };
    assertThat(
            catchThrowableOfType(
                ModelFileException.class, () -> new CompiledReader(shrinking).read()))
        .hasMessageContaining("became shorter while it was read");
  }

  private static byte[] repeat(int times, int first, int second) {
    byte[] bytes = new byte[2 * times];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) first;
      bytes[i + 1] = (byte) second;
    }
    return bytes;
  }

  private static void assertTooLarge(WireTree file, String words) {
    assertThat(refusal(file.bytes()))
        .hasMessageContaining(words)
        .extracting(ModelFileException::reason)
        .isEqualTo(Reason.TOO_LARGE);
  }

  private static ModelFileException refusal(byte[] bytes) {
    return catchThrowableOfType(ModelFileException.class, () -> read(bytes));
  }

  private static ModelFile read(byte[] bytes) throws IOException {
    return new CompiledReader(ByteSource.of(bytes)).read();
  }
}
