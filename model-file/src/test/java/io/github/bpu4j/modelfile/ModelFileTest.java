// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.WireTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path folder;

  ModelFile read(byte[] bytes) throws IOException {
    return ModelFile.read(Files.write(folder.resolve("model.bin"), bytes));
  }

  ModelDescription only(byte[] bytes) throws IOException {
    ModelFile file = read(bytes);
    assertThat(file.isPacked()).isFalse();
    return file.models().get(0);
  }

  /** The file that the vendor's compiler made; the expected values are its build settings. */
  @Nested
  class RealFile {
    @Test
    void saysWhatItsInputIs() throws IOException {
      ModelDescription model = only(ModelFiles.real());
      assertThat(model.name()).isEqualTo("tnv12");
      assertThat(model.inputs())
          .containsExactly(
              new InputDescription(
                  "x",
                  InputType.NV12,
                  TensorLayout.NCHW,
                  List.of(1, 3, 32, 48),
                  48,
                  32,
                  Optional.of(ColorRange.FULL),
                  Optional.of("rgb"),
                  Optional.of(TensorLayout.NCHW),
                  Optional.of("data_mean_and_scale"),
                  List.of(123.675, 116.28, 103.53),
                  List.of(0.01712475, 0.017507, 0.01742919)));
    }

    @Test
    void saysWhatItsOutputIs() throws IOException {
      OutputDescription output = only(ModelFiles.real()).outputs().get(0);
      assertThat(output.name()).isEqualTo("prob");
      assertThat(output.type()).isEqualTo(ElementType.FLOAT32);
      assertThat(output.shape()).containsExactly(1, 10);
      assertThat(output.classes()).hasValue(10);
      assertThat(output.endsInSoftmax()).isTrue();
      assertThat(output.lastOperator()).contains(new Operator("sm", "Softmax"));
      assertThat(output.scales()).hasSize(10).startsWith(2.3703536e-5f, 1.4958582e-5f);
    }

    @Test
    void saysWhatItWasBuiltWithAndFor() throws IOException {
      ModelDescription model = only(ModelFiles.real());
      assertThat(model.march()).contains("bayes-e");
      assertThat(model.compilerVersion()).contains("3.49.15");
      assertThat(model.runtimeVersion()).contains("3.15.55");
      assertThat(model.converterVersion()).contains("1.24.3");
      assertThat(model.quantizerVersion()).contains("1.1.0");
      assertThat(model.compileMode()).contains("latency");
      assertThat(model.program()).contains(new BpuProgram(262144, "B2E", "3.15.55", "3.49.15"));
      assertThat(model.calibration())
          .contains(
              new Calibration(
                  "max",
                  Optional.empty(),
                  Optional.of(false),
                  Optional.of("float32"),
                  Optional.of("/build/example/tcal")));
    }

    @Test
    void saysWhatRunsOnTheCpu() throws IOException {
      assertThat(only(ModelFiles.real()).cpuNodes())
          .extracting(Operator::type)
          .containsExactly("Dequantize", "Softmax", "Reshape");
    }

    @Test
    void givesAllSettingsSorted() throws IOException {
      assertThat(only(ModelFiles.real()).metadata())
          .hasSize(45)
          .containsEntry("INPUT_SHAPE", "1x3x32x48;")
          .containsEntry("16BIT_QUANTIZE", "")
          .satisfies(map -> assertThat(List.copyOf(map.keySet())).isSorted());
    }
  }

  /** Files made from the real one. */
  @Nested
  class MadeFiles {
    @Test
    void packedFileGivesEachModelItsOwnSettingsWhateverTheirOrder() throws IOException {
      ModelFile file = read(ModelFiles.packed());
      assertThat(file.isPacked()).isTrue();
      assertThat(file.models())
          .extracting(ModelDescription::name)
          .containsExactly("tnv12", "second");
      assertThat(file.model("second").orElseThrow().metadata())
          .containsEntry("MODEL_PREFIX", "second");
      assertThat(file.model("second").orElseThrow().outputs().get(0).classes()).hasValue(7);
      assertThat(file.model("tnv12").orElseThrow().metadata())
          .containsEntry("MODEL_PREFIX", "tnv12");
      assertThat(file.model("third")).isEmpty();
    }

    @Test
    void packedModelWithoutItsOwnProgramSharesTheOneThereIs() throws IOException {
      WireTree file = WireTree.parse(ModelFiles.packed());
      file.at(ModelFiles.GRAPH, 1)
          .removeIf(ModelFiles.CONSTANT, constant -> constant.text(8).equals("PACKED_HBM_MODEL"));
      assertThat(read(file.bytes()).models())
          .allSatisfy(model -> assertThat(model.program().orElseThrow().bytes()).isEqualTo(262144));
    }

    @Test
    void rawOutputKeepsItsScales() throws IOException {
      OutputDescription output = only(ModelFiles.withoutTail()).outputs().get(0);
      assertThat(output.type()).isEqualTo(ElementType.INT32);
      assertThat(output.shape()).containsExactly(1, 10, 1, 1);
      assertThat(output.classes()).hasValue(10);
      assertThat(output.endsInSoftmax()).isFalse();
      assertThat(output.lastOperator().orElseThrow().type()).isEqualTo("BPU");
      assertThat(output.scales()).hasSize(10).startsWith(2.3703536e-5f);
      assertThat(only(ModelFiles.withoutTail()).cpuNodes()).isEmpty();
    }

    @Test
    void logitsAreNotTakenForProbabilities() throws IOException {
      OutputDescription output = only(ModelFiles.withoutSoftmax()).outputs().get(0);
      assertThat(output.endsInSoftmax()).isFalse();
      assertThat(output.lastOperator().orElseThrow().type()).isEqualTo("BPU");
      assertThat(output.scales()).hasSize(10);
    }

    @Test
    void rgbInputIsGivenInItsLayoutThoughStoredInTheOther() throws IOException {
      InputDescription input = only(ModelFiles.rgb()).inputs().get(0);
      assertThat(input.type()).isEqualTo(InputType.RGB);
      assertThat(input.layout()).isEqualTo(TensorLayout.NHWC);
      assertThat(input.shape()).containsExactly(1, 32, 48, 3);
      assertThat(input.width()).isEqualTo(48);
      assertThat(input.height()).isEqualTo(32);
      assertThat(input.colorRange()).as("only YUV has a range").isEmpty();
    }

    @Test
    void numericInputHasNoPictureSize() throws IOException {
      InputDescription input = only(ModelFiles.featureMap()).inputs().get(0);
      assertThat(input.type()).isEqualTo(InputType.F32);
      assertThat(input.type().isImage()).isFalse();
      assertThat(input.shape()).containsExactly(1, 3, 32, 48);
      assertThat(input.width()).isZero();
      assertThat(input.mean()).isEmpty();
    }

    @Test
    void videoRangeIsUnderstood() throws IOException {
      assertThat(
              only(ModelFiles.withSetting("INPUT_SPACE_AND_RANGE", "bt601_video;"))
                  .inputs()
                  .get(0)
                  .colorRange())
          .contains(ColorRange.VIDEO);
    }

    @Test
    void meanThatIsAFileNameStaysInTheSettingsOnly() throws IOException {
      ModelDescription model = only(ModelFiles.withSetting("MEAN_VALUE", "mean.npy;"));
      assertThat(model.inputs().get(0).mean()).isEmpty();
      assertThat(model.metadata()).containsEntry("MEAN_VALUE", "mean.npy;");
    }

    @Test
    void withoutSettingsTheGraphAndTheProgramStillTell() throws IOException {
      ModelDescription model = only(ModelFiles.withoutBuildRecord());
      assertThat(model.march()).contains("bayes-e");
      assertThat(model.runtimeVersion()).contains("3.15.55");
      assertThat(model.converterVersion()).isEmpty();
      assertThat(model.calibration()).isEmpty();
      assertThat(model.inputs().get(0).width()).isEqualTo(48);
      assertThat(model.inputs().get(0).colorRange()).isEmpty();
    }

    @Test
    void olderFormReadsTheSame() throws IOException {
      assertThat(only(ModelFiles.olderForm())).isEqualTo(only(ModelFiles.real()));
    }
  }

  @Test
  void weightsAndCodeAreSteppedOver() throws IOException {
    long hole = 3L << 30;
    Path path = folder.resolve("large.bin");
    writeWithHole(path, hole);
    List<ModelDescription> expected = ModelFile.read(smallFile()).models(); // loads all classes
    long before = Allocation.soFar();
    ModelFile read = ModelFile.read(path);
    assertThat(Allocation.soFar() - before).as("bytes allocated").isLessThan(1 << 20);
    assertThat(read.models()).isEqualTo(expected);
  }

  /** Writes the small file with a constant of {@code hole} bytes, which takes no disk space. */
  private static void writeWithHole(Path path, long hole) throws IOException {
    WireTree file = WireTree.parse(ModelFiles.small());
    byte[] graph = file.at(ModelFiles.GRAPH, 0).bytes();
    byte[] bytesTag = WireTree.packed((5 << 3) | 2, hole);
    byte[] constantTag = WireTree.packed((3 << 3) | 2, bytesTag.length + hole);
    long length = graph.length + constantTag.length + bytesTag.length + hole;
    try (SeekableByteChannel out = Files.newByteChannel(path, CREATE, WRITE, SPARSE)) {
      for (byte[] part :
          List.of(WireTree.packed((5 << 3) | 2, length), graph, constantTag, bytesTag)) {
        out.write(ByteBuffer.wrap(part));
      }
      out.position(out.position() + hole);
      out.write(ByteBuffer.wrap(new WireTree().add(6, file.at(6, 0)).bytes()));
    }
  }

  private Path smallFile() throws IOException {
    return Files.write(folder.resolve("small.bin"), ModelFiles.small());
  }

  @Test
  void classesNeedOneLongDimension() {
    assertThat(output(1, 1000).classes()).hasValue(1000);
    assertThat(output(1, 1000, 1, 1).classes()).hasValue(1000);
    assertThat(output(8, 1, 1, 5).classes()).hasValue(5);
    assertThat(output(10).classes()).hasValue(10);
    assertThat(output(1, 1).classes()).hasValue(1);
    assertThat(output(1, 80, 80, 85).classes()).isEmpty();
    assertThat(output(1, -1).classes()).isEmpty();
    assertThat(output().classes()).isEmpty();
  }

  private static OutputDescription output(int... shape) {
    return new OutputDescription(
        "o",
        ElementType.FLOAT32,
        IntStream.of(shape).boxed().toList(),
        List.of(),
        Optional.empty());
  }
}
