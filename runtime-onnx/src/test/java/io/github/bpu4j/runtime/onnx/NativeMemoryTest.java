// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process does not grow, judging by its resident memory. */
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
  /** Well below what the loops would leak: 20 sessions of 20 MB, or 20,000 requests of 3 kB. */
  private static final long SLACK = 40L << 20;

  private final OnnxRuntime runtime = new OnnxRuntime();

  private static long residentBytes() throws IOException {
    System.gc();
    return ResidentMemory.bytes();
  }

  private static void assertFlat(Runnable work, int warmUp, int rounds) throws IOException {
    for (int i = 0; i < warmUp; i++) {
      work.run();
    }
    long before = residentBytes();
    for (int i = 0; i < rounds; i++) {
      work.run();
    }
    assertThat(residentBytes() - before).as("growth in bytes").isLessThan(SLACK);
  }

  @Test
  void staysFlatWhileModelsComeAndGo(@TempDir Path folder) throws IOException {
    // From a file, since the bytes of a resource would pass through the Java heap.
    Path file = folder.resolve("efficientnet.onnx");
    try (InputStream in =
        OnnxRuntime.class.getResourceAsStream("efficientnet_lite0_nv12_int8w.onnx")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    assertFlat(
        () -> {
          try (ClassificationModel model = runtime.load(file, LoadOptions.defaults())) {
            model.createRequest().infer(Duration.ofSeconds(30));
          }
        },
        5,
        20);
  }

  @Test
  void staysFlatWhileRequestsComeAndGo() throws IOException {
    try (ClassificationModel model = runtime.load(Networks.file("tiny"), LoadOptions.defaults())) {
      assertFlat(
          () -> {
            try (InferRequest request = model.createRequest()) {
              request.infer(Duration.ofSeconds(30));
            }
          },
          2_000,
          20_000);
    }
  }

  @Test
  void staysFlatWhileLoadsFail() throws IOException {
    assertFlat(
        () ->
            assertThatThrownBy(
                    () -> runtime.load(Networks.file("two_outputs"), LoadOptions.defaults()))
                .isInstanceOf(ClassifierException.class),
        200,
        2_000);
  }

  /** Tensors of 225 MB each, until the JVM's limit for direct memory is reached. */
  @Test
  void refusesARequestThatThereIsNoMemoryForAndStaysUsable() {
    LoadOptions large =
        LoadOptions.defaults().withColorInput(ColorInput.rgb().withSize(4096, 4096));
    List<InferRequest> requests = new ArrayList<>();
    try (ClassificationModel model = runtime.load(Networks.file("dynamic"), large)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 64; i++) {
                  requests.add(model.createRequest());
                }
              })
          .isInstanceOf(ModelLoadException.class)
          .hasMessageContaining("MaxDirectMemorySize");
      requests.get(0).infer(Duration.ofSeconds(60));
      requests.get(0).readScores(new float[3]);
    }
  }
}
