// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimesTest {
  @TempDir Path folder;
  private Path bin;
  private Path onnx;

  @BeforeEach
  void makeFiles() throws IOException {
    bin = Files.createFile(folder.resolve("resnet18.bin"));
    onnx = Files.createFile(folder.resolve("resnet18.onnx"));
  }

  @Test
  void theBuilderOverrulesThePropertyAndThePropertyTheEnvironment() {
    assertThat(Runtimes.wantedName("a", "b", "c")).isEqualTo("a");
    assertThat(Runtimes.wantedName(null, "b", "c")).isEqualTo("b");
    assertThat(Runtimes.wantedName(null, " ", "c")).isEqualTo("c");
    assertThat(Runtimes.wantedName(null, null, "")).isNull();
  }

  @Test
  void theFirstFileThatAnAvailableRuntimeSupportsIsTaken() {
    InferenceRuntime bpu = runtime("bpu", ".bin", Availability.no("no libdnn.so"));
    InferenceRuntime cpu = runtime("onnx", ".onnx", Availability.yes());
    assertThat(Runtimes.choose(List.of(bin, onnx), List.of(bpu, cpu)))
        .isEqualTo(new Runtimes.Choice(cpu, onnx));
  }

  @Test
  void aRuntimeThatOnlySimulatesComesAfterEveryFileWithEveryOther() {
    InferenceRuntime simulator = simulating("simulator", ".bin", Availability.yes());
    InferenceRuntime bpu = runtime("bpu", ".bin", Availability.no("no libdnn.so"));
    InferenceRuntime cpu = runtime("onnx", ".onnx", Availability.yes());
    List<InferenceRuntime> all = List.of(simulator, bpu, cpu);
    assertThat(Runtimes.choose(List.of(bin, onnx), all)).isEqualTo(new Runtimes.Choice(cpu, onnx));
    assertThat(Runtimes.choose(List.of(bin), all)).isEqualTo(new Runtimes.Choice(simulator, bin));
    assertThat(Runtimes.choose(List.of(bin, onnx), List.of(simulator)))
        .isEqualTo(new Runtimes.Choice(simulator, bin));
    InferenceRuntime board = runtime("bpu", ".bin", Availability.yes());
    assertThat(Runtimes.choose(List.of(bin, onnx), List.of(simulator, board, cpu)))
        .isEqualTo(new Runtimes.Choice(board, bin));
  }

  @Test
  void aSimulatingRuntimeIsAskedOnlyWhenNoOtherFitsAndThenSaysWhyNot() {
    InferenceRuntime simulator = simulating("simulator", ".bin", Availability.no("no program"));
    InferenceRuntime cpu = runtime("onnx", ".onnx", Availability.yes());
    Runtimes.choose(List.of(bin, onnx), List.of(simulator, cpu));
    verify(simulator, never()).availability();
    assertThatThrownBy(() -> Runtimes.choose(List.of(bin), List.of(simulator, cpu)))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("simulator for resnet18.bin: unavailable (no program)");
  }

  @Test
  void whenNoneFitsEveryProviderSaysWhy() {
    InferenceRuntime bpu =
        runtime("bpu", ".bin", Availability.no("no libdnn.so; install hobot-dnn"));
    InferenceRuntime cpu = runtime("onnx", ".onnx", Availability.yes());
    assertThatThrownBy(() -> Runtimes.choose(List.of(bin), List.of(bpu, cpu)))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("bpu for resnet18.bin: unavailable (no libdnn.so; install hobot-dnn)")
        .hasMessageContaining(
            "onnx for resnet18.bin: unavailable (it does not support this kind of file)");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.bin");
    assertThatThrownBy(() -> Runtimes.choose(List.of(missing), List.of()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("no such file")
        .hasMessageContaining("missing.bin");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    InferenceRuntime cpu = runtime("onnx", ".onnx", Availability.yes());
    assertThatThrownBy(() -> Runtimes.named("tpu", List.of(cpu)))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("no runtime is named 'tpu'")
        .hasMessageContaining("onnx: available");
  }

  @Test
  void noProviderAtAllNamesTheArtifactsToAdd() {
    assertThatThrownBy(() -> Runtimes.named(null, List.of()))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("bpu4j-runtime-bpu")
        .hasMessageContaining("bpu4j-runtime-onnx");
  }

  @Test
  void theDefaultComesFromTheFirstAvailableRuntimeThatCarriesOne() {
    InferenceRuntime without = runtime("bpu", ".bin", Availability.yes());
    InferenceRuntime with = runtime("onnx", ".onnx", Availability.yes());
    when(with.defaultModel()).thenReturn(Optional.of(mock(InferenceRuntime.DefaultModel.class)));
    assertThat(Runtimes.chooseDefault(List.of(without, with))).isSameAs(with);
    assertThatThrownBy(() -> Runtimes.chooseDefault(List.of(without)))
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("bpu: unavailable (it bundles no model; give a model file)");
  }

  private static InferenceRuntime simulating(
      String name, String suffix, Availability availability) {
    InferenceRuntime runtime = runtime(name, suffix, availability);
    when(runtime.simulates()).thenReturn(true);
    return runtime;
  }

  private static InferenceRuntime runtime(String name, String suffix, Availability availability) {
    InferenceRuntime runtime = mock(InferenceRuntime.class);
    when(runtime.name()).thenReturn(name);
    when(runtime.availability()).thenReturn(availability);
    when(runtime.supports(any()))
        .thenAnswer(call -> call.getArgument(0).toString().endsWith(suffix));
    when(runtime.defaultModel()).thenReturn(Optional.empty());
    return runtime;
  }
}
