// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the real file with what a board's library would report, right and wrong. */
final class RuntimeComparisonTest {
  @TempDir private Path folder;

  @Test
  void equalViewsHaveNoDifference() throws IOException {
    List<RuntimeComparison.Row> rows =
        compare(nv12(32, 48, 48), scores(TensorType.F32, 10, Quantization.none()));
    assertThat(rows).noneMatch(RuntimeComparison.Row::differs);
    assertThat(rows)
        .contains(
            new RuntimeComparison.Row("input x", "bytes", "2304", "2304", false),
            new RuntimeComparison.Row("output prob", "valid shape", "1x10", "1x10x1x1 NCHW", false),
            new RuntimeComparison.Row("input x", "aligned shape", "-", "1x3x32x48", false));
  }

  @Test
  void paddingIsNotADifference() throws IOException {
    assertThat(compare(nv12(32, 48, 64), scores(TensorType.F32, 10, Quantization.none())))
        .noneMatch(RuntimeComparison.Row::differs);
  }

  @Test
  void sizeClassesTypeAndQuantizationAreCompared() throws IOException {
    Quantization scaled =
        new Quantization(Quantization.Kind.SCALE, List.of(), List.of(0.5f), List.of(), 1);
    assertThat(compare(nv12(224, 224, 224), scores(TensorType.S32, 1000, scaled)))
        .filteredOn(RuntimeComparison.Row::differs)
        .extracting(row -> row.tensor() + " " + row.property())
        .containsExactly(
            "input x valid shape",
            "output prob type",
            "output prob valid shape",
            "output prob quantization");
  }

  @Test
  void tensorsThatOnlyOneSideHasAreNamed() throws IOException {
    TensorInfo other =
        new TensorInfo(
            "other",
            TensorType.F32,
            TensorLayout.NCHW,
            List.of(1, 10),
            List.of(1, 10),
            List.of(),
            40,
            Quantization.none());
    assertThat(compare(nv12(32, 48, 48), other))
        .contains(
            new RuntimeComparison.Row("output other", "name", "-", "other", true),
            new RuntimeComparison.Row("output prob", "name", "prob", "-", true));
  }

  private List<RuntimeComparison.Row> compare(TensorInfo input, TensorInfo output)
      throws IOException {
    InspectedModel model =
        InspectedFile.read(Files.write(folder.resolve("tiny.bin"), ModelFiles.real()))
            .models()
            .get(0);
    ModelInfo info =
        new ModelInfo(
            "tnv12",
            "bpu",
            true,
            48,
            32,
            10,
            YuvRange.FULL,
            Optional.of(true),
            Optional.empty(),
            List.of(input),
            List.of(output),
            Map.of());
    return RuntimeComparison.of(model, info);
  }

  private static TensorInfo nv12(int height, int width, int pitch) {
    return new TensorInfo(
        "x",
        TensorType.NV12,
        TensorLayout.NCHW,
        List.of(1, 3, height, width),
        List.of(1, 3, height, pitch),
        List.of(0, 0, 0, 0),
        (long) height * pitch * 3 / 2,
        Quantization.none());
  }

  private static TensorInfo scores(TensorType type, int classes, Quantization quantization) {
    return new TensorInfo(
        "prob",
        type,
        TensorLayout.NCHW,
        List.of(1, classes, 1, 1),
        List.of(1, classes, 1, 1),
        List.of(4 * classes, 4, 4, 4),
        4L * classes,
        quantization);
  }
}
