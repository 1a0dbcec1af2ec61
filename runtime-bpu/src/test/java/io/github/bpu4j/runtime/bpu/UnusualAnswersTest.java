// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import io.github.bpu4j.stubs.StubScores;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that the interface allows and that no library was seen to give. */
class UnusualAnswersTest {
  @TempDir Path folder;

  @Test
  void libraryWithoutVersionIsRefused() throws IOException {
    Path library = NativeStubs.unpack(NativeStubs.platform(), folder);
    StubControl control = StubControl.open(folder.resolve("libdnn.so.control"));
    control.arm(StubFault.fail(StubFunction.GET_VERSION, -1).forever());
    Availability availability =
        new BpuRuntime(BpuOptions.defaults().withLibrary(library)).availability();
    assertThat(availability.available()).isFalse();
    assertThat(availability.reasons()).singleElement().asString().contains("its version is \"\"");
  }

  /**
   * A model that reports two planes gets them in one block, which the interface lets a caller say.
   */
  @Test
  void separatePlanesAreFedFromOneBlock() throws IOException {
    StandIn.reset();
    String text = Files.readString(StandIn.file(StandIn.TINY));
    Path file = folder.resolve("separate.bin");
    Files.writeString(file, text.replace("type NV12\n", "type NV12_SEPARATE\n"));
    float[] scores = new float[10];
    byte[] valid;
    try (ClassificationModel model = StandIn.runtime().load(file, LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      ByteBuffer bytes = request.input().bytes();
      valid = new byte[bytes.capacity()];
      for (int i = 0; i < valid.length; i++) {
        valid[i] = (byte) (i * 7);
        bytes.put(i, valid[i]);
      }
      request.infer(StandIn.AMPLE);
      request.readScores(scores);
    }
    assertThat(scores).containsExactly(StubScores.scores(StubScores.checksum(valid), 0, 10));
    StandIn.assertClean();
  }
}
