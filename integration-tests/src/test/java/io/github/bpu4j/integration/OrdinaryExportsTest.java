// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierSettings.Origin;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.ExportedNetworks;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinary exports with metadata beside them, against counts made with OpenCV and Python. */
class OrdinaryExportsTest {
  private static final Path PHOTOS = Repository.root().resolve("examples/images");
  private static final Path BUNDLED =
      Repository.root()
          .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
          .resolve("efficientnet_lite0_nv12_int8w.onnx");

  /** NV12 in whole numbers; the count rounds its formula's real ones. */
  private static final float ROUNDING = 1e-3f;

  @TempDir private static Path folder;

  @BeforeAll
  static void export() throws IOException {
    byte[] bundled = Files.readAllBytes(BUNDLED);
    Files.write(folder.resolve("gray.onnx"), ExportedNetworks.gray(bundled));
    write(
        "torchvision.onnx",
        ExportedNetworks.torchvision(bundled),
        ModelMetadata.builder().colorInput(ColorInput.imagenet()).build());
    write(
        "keras.onnx",
        ExportedNetworks.keras(bundled),
        ModelMetadata.builder()
            .colorInput(ColorInput.rgb().withMean(127.5f, 127.5f, 127.5f).withScale(1 / 127.5f))
            .labels(new LabelSource.Imagenet(true))
            .build());
    write(
        "caffe.onnx",
        ExportedNetworks.caffe(bundled),
        ModelMetadata.builder()
            .colorInput(ColorInput.bgr().withMean(103.939f, 116.779f, 123.68f))
            .build());
  }

  private static void write(String name, byte[] network, ModelMetadata metadata)
      throws IOException {
    Path file = Files.write(folder.resolve(name), network);
    Files.writeString(ModelMetadata.fileFor(file), metadata.toJson());
  }

  /** The last columns are what runtime-onnx/model/count.py prints. */
  @ParameterizedTest
  @CsvSource({
    "torchvision, chelsea.png, Egyptian cat, SOFTMAX, 285, 0.786671",
    "torchvision, coffee.png,  espresso,     SOFTMAX, 967, 0.922460",
    "keras,       chelsea.png, Egyptian cat, NONE,    286, 0.786671",
    "keras,       coffee.png,  espresso,     NONE,    968, 0.922460",
    "caffe,       chelsea.png, Egyptian cat, SOFTMAX, 285, 0.786671",
    "caffe,       coffee.png,  espresso,     SOFTMAX, 967, 0.922460",
  })
  void areAnsweredAsCountedIndependently(
      String export, String picture, String label, ScoreTransform transform, int index, float score)
      throws IOException {
    Path file = folder.resolve(export + ".onnx");
    try (Classifier classifier = Classifier.builder().runtime("onnx").model(file).open()) {
      Category best = classifier.classify(PHOTOS.resolve(picture)).best();
      assertThat(best.index()).isEqualTo(index);
      assertThat(best.name()).isEqualTo(label);
      assertThat(best.score()).isCloseTo(score, within(ROUNDING));
      assertThat(classifier.settings().transform().value()).isEqualTo(transform);
      assertThat(classifier.settings().transform().origin()).isEqualTo(Origin.FILE);
      assertThat(classifier.settings().colorInput().orElseThrow().origin())
          .isEqualTo(Origin.METADATA);
    }
  }

  /** The board's answer is the stand-in's, so only the laptop's can be right or wrong. */
  @Test
  void oneProgramServesBoardAndLaptop() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    Path bin = Files.write(folder.resolve("tiny.bin"), ModelFiles.real());
    ModelMetadata ten =
        ModelMetadata.builder()
            .labels(
                new LabelSource.Inline(
                    IntStream.range(0, 10).mapToObj(i -> "thing " + i).toList(), false))
            .build();
    Files.writeString(ModelMetadata.fileFor(bin), ten.toJson());
    Path description = folder.resolve("tiny.model");
    assertThat(StandInProcess.run(Bpu4j.class, "", Map.of(), "stub-model", bin, description).exit())
        .isZero();
    Object[] arguments = {bin, folder.resolve("torchvision.onnx"), PHOTOS.resolve("chelsea.png")};
    StandInProcess board = StandInProcess.run(OneProgram.class, description, Map.of(), arguments);
    assertThat(board.exit()).as(board.err()).isZero();
    assertThat(board.out())
        .containsPattern("bpu (\\d) thing \\1")
        .contains("range FULL (file)", "transform NONE (file)", "(metadata)");
    Map<String, String> without = Map.of("BPU4J_DNN_LIBRARY", folder.resolve("no.so").toString());
    StandInProcess laptop = StandInProcess.run(OneProgram.class, description, without, arguments);
    assertThat(laptop.exit()).as(laptop.err()).isZero();
    assertThat(laptop.out())
        .contains("onnx 285 Egyptian cat", "order=RGB", "transform SOFTMAX (file)")
        .contains("labels 1000 labels, the first tench", "(default)");
  }

  @Test
  void colorsBesideNv12AreRefused() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    Path bin = Files.write(folder.resolve("inside.bin"), ModelFiles.real());
    ModelMetadata colors = ModelMetadata.builder().colorInput(ColorInput.imagenet()).build();
    Files.writeString(ModelMetadata.fileFor(bin), colors.toJson());
    Path description = folder.resolve("inside.model");
    assertThat(StandInProcess.run(Bpu4j.class, "", Map.of(), "stub-model", bin, description).exit())
        .isZero();
    StandInProcess run =
        StandInProcess.run(
            Bpu4j.class,
            description,
            Map.of(),
            "classify",
            "-m",
            bin,
            PHOTOS.resolve("chelsea.png"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("model tnv12 takes NV12: order, mean and scale are inside it")
        .contains("remove input from its metadata");
    assertThatThrownBy(
            () ->
                Classifier.builder()
                    .runtime("onnx")
                    .model(BUNDLED)
                    .colorInput(ColorInput.rgb())
                    .open()
                    .close())
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("leave colorInput out");
  }

  @Test
  void grayIsRefusedWithTheReason() {
    assertThatThrownBy(
            () ->
                Classifier.builder()
                    .runtime("onnx")
                    .model(folder.resolve("gray.onnx"))
                    .colorInput(ColorInput.rgb())
                    .open()
                    .close())
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("gray.onnx")
        .hasMessageContaining("[1, 1, 224, 224]")
        .hasMessageContaining("3 channels");
  }
}
