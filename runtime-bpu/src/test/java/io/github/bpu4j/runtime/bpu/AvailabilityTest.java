// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFault.Action;
import io.github.bpu4j.stubs.StubFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why the runtime cannot serve, with libraries that are wrong in one way each. */
class AvailabilityTest {
  private static final Path BOARD = Path.of("/dev/bpu");

  @TempDir Path folder;

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(InferenceRuntime.class))
        .anySatisfy(runtime -> assertThat(runtime.name()).isEqualTo("bpu"));
  }

  @Test
  void saysWhereItLookedAndHowToNameALibrary() {
    assumeFalse(Files.exists(BOARD), "this is a board");
    Availability answer = new BpuRuntime().availability();
    assertThat(answer.available()).isFalse();
    assertThat(answer.toString())
        .contains("libdnn.so", "/usr/lib/libdnn.so", "/usr/hobot/lib/libdnn.so")
        .contains("hobot-dnn", "-Dbpu4j.dnn.library=PATH", "BPU4J_DNN_LIBRARY=PATH");
  }

  @Test
  void servesOnANamedStandInAndSaysThatItSimulates() {
    assertThat(StandIn.runtime().availability().toString())
        .startsWith("available")
        .contains("bpu4j-stub", "simulated");
  }

  @Test
  void tellsAnInterruptFromABadFile() {
    Thread.currentThread().interrupt();
    try {
      assertThat(StandIn.runtime().availability().available()).isTrue();
      assertThatThrownBy(() -> StandIn.open(StandIn.TINY))
          .isInstanceOf(ModelLoadException.class)
          .hasMessageStartingWith("the thread was interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void saysThatANamedLibraryIsAbsentAndTakesNoOther() {
    Path absent = folder.resolve("libdnn.so");
    assertReason(absent, "there is no such file", "BpuOptions.library");
    assertThatThrownBy(() -> load(absent))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void looksForItsLibraryOnce() throws IOException {
    StandIn.reset();
    Path library = NativeStubs.unpack(NativeStubs.platform(), folder);
    BpuRuntime runtime = runtime(library);
    assertThat(runtime.availability().available()).isTrue();
    Files.delete(library);
    try (ClassificationModel model =
        runtime.load(StandIn.file(StandIn.TINY), LoadOptions.defaults())) {
      assertThat(model.info().details()).containsEntry("library", library.toString());
    }
  }

  @Test
  void looksAgainForALibraryThatWasMissing() throws IOException {
    Path library = folder.resolve("libdnn.so");
    BpuRuntime runtime = runtime(library);
    assertThat(runtime.availability().available()).isFalse();
    assertThat(NativeStubs.unpack(NativeStubs.platform(), folder)).isEqualTo(library);
    assertThat(runtime.availability().available()).isTrue();
  }

  @Test
  void saysThatAFileIsNoLibrary() throws IOException {
    assertReason(
        Files.writeString(folder.resolve("libdnn.so"), "#!/bin/sh"), "not a shared library");
  }

  @Test
  void namesTheWrongArchitecture() throws IOException {
    boolean arm = NativeStubs.platform().endsWith("arm64");
    Path other = NativeStubs.unpack(arm ? "linux-x86_64" : "linux-arm64", folder);
    assertReason(other, "it is built for", "this Java for");
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_VERSION", "INFER", "WAIT_TASK_DONE", "ALLOC_CACHED_MEM", "FREE_MEM"})
  void namesTheMissingFunction(StubFunction function) throws IOException {
    Path library = NativeStubs.unpackWithout(function, folder);
    assertReason(library, "it lacks the function " + function.symbol());
  }

  @Test
  void worksWithoutAnOptionalFunction() throws IOException {
    Path library = NativeStubs.unpackWithout(StubFunction.GET_INPUT_SOURCE, folder);
    try (ClassificationModel model = load(library)) {
      assertThat(model.info().simulated()).isTrue();
    }
  }

  @Test
  void namesTheVersionThatItCannotUse() throws IOException {
    assertReason(versioned("2.1.0_(4.0.1 HBRT)"), "its version is \"2.1.0_(4.0.1 HBRT)\"", "1.18");
    assertReason(versioned("1.17.3"), "its version is \"1.17.3\"");
  }

  @Test
  void asksForTheDeviceNodesOfARealLibrary() throws IOException {
    assumeFalse(Files.exists(BOARD), "this is a board");
    assertReason(
        versioned("1.24.5_(3.15.55 HBRT)"), "/dev/bpu", "is this an RDK X5?", "was found: ");
  }

  @Test
  void refusesALibraryOfAnotherLayoutAtTheFirstModel() throws IOException {
    Path library = NativeStubs.unpack(NativeStubs.platform(), folder);
    StubControl control = StubControl.open(folder.resolve("libdnn.so.control"));
    control.arm(StubFault.of(StubFunction.GET_OUTPUT_TENSOR_PROPERTIES, Action.OVERRUN).forever());
    assertThatThrownBy(() -> load(library))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("byte 176 was written");
    control.disarmAll();
    control.arm(StubFault.of(StubFunction.GET_INPUT_TENSOR_PROPERTIES, Action.CORRUPT).forever());
    assertThatThrownBy(() -> load(library)).isInstanceOf(IncompatibleModelException.class);
    assertThat(control.live().isEmpty()).isTrue();
  }

  @Test
  void refusesASecondLibraryWhileTheFirstIsInUse() throws IOException {
    StandIn.reset();
    Path other = NativeStubs.unpack(NativeStubs.platform(), folder);
    try (ClassificationModel first = StandIn.open(StandIn.TINY)) {
      assertThat(first.info().simulated()).isTrue();
      assertThatThrownBy(() -> load(other))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(other.toString())
          .hasMessageContaining("close them first");
    }
  }

  private Path versioned(String version) throws IOException {
    Path own = Files.createTempDirectory(folder, "version");
    Path library = NativeStubs.unpack(NativeStubs.platform(), own);
    StubControl.open(own.resolve("libdnn.so.control")).runtimeVersion(version);
    return library;
  }

  private static void assertReason(Path library, String... words) {
    Availability answer = runtime(library).availability();
    assertThat(answer.available()).isFalse();
    assertThat(answer.toString()).contains(library.toString()).contains(words);
  }

  private static BpuRuntime runtime(Path library) {
    return new BpuRuntime(BpuOptions.defaults().withLibrary(library));
  }

  private static ClassificationModel load(Path library) {
    return runtime(library).load(StandIn.file(StandIn.TINY), LoadOptions.defaults());
  }
}
