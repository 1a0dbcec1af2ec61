// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.ClassifierSettings.Origin;
import io.github.bpu4j.api.ClassifierSettings.Setting;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is believed: option, then metadata, then file, then default. */
class PrecedenceTest {
  private static final float[] LOGITS = {-3, 8};
  private static final float[] SHARES = {0.25f, 0.75f};

  private final ClassifierBuilder builder = Classifier.builder();
  private final ModelMetadata.Builder metadata = ModelMetadata.builder();

  private static ModelInfo info(
      int classes,
      YuvRange range,
      Optional<Boolean> probabilities,
      Optional<ColorInput> colorInput) {
    TensorInfo scores =
        new TensorInfo(
            "prob",
            TensorType.F32,
            TensorLayout.NONE,
            List.of(1, classes),
            List.of(1, classes),
            List.of(),
            4L * classes,
            Quantization.none());
    return new ModelInfo(
        "net",
        "made",
        true,
        8,
        8,
        classes,
        range,
        probabilities,
        colorInput,
        List.of(),
        List.of(scores),
        Map.of());
  }

  private ClassifierSettings settings(ModelInfo info, float[] warmUp) {
    return Precedence.of(builder.metadata(metadata.build()).options(), null).settings(info, warmUp);
  }

  /** Columns: setting, what option, metadata and file say (- for nothing), value, origin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "fit           | LETTERBOX | CENTER_CROP | -     | LETTERBOX   | OPTION",
        "fit           | -         | CENTER_CROP | -     | CENTER_CROP | METADATA",
        "fit           | -         | -           | -     | STRETCH     | DEFAULT",
        "interpolation | AREA      | ANTIALIAS   | -     | AREA        | OPTION",
        "interpolation | -         | ANTIALIAS   | -     | ANTIALIAS   | METADATA",
        "interpolation | -         | -           | -     | LINEAR      | DEFAULT",
        "chroma        | TOP_LEFT  | AVERAGE     | -     | TOP_LEFT    | OPTION",
        "chroma        | -         | AVERAGE     | -     | AVERAGE     | METADATA",
        "chroma        | -         | -           | -     | TOP_LEFT    | DEFAULT",
        "range         | VIDEO     | FULL        | FULL  | VIDEO       | OPTION",
        "range         | AUTO      | FULL        | VIDEO | FULL        | METADATA",
        "range         | -         | FULL        | VIDEO | FULL        | METADATA",
        "range         | -         | -           | FULL  | FULL        | FILE",
        "range         | -         | -           | -     | VIDEO       | DEFAULT",
        "transform     | NONE      | SIGMOID     | false | NONE        | OPTION",
        "transform     | AUTO      | SIGMOID     | false | SIGMOID     | METADATA",
        "transform     | -         | SIGMOID     | false | SIGMOID     | METADATA",
        "transform     | -         | -           | false | SOFTMAX     | FILE",
        "transform     | -         | -           | true  | NONE        | FILE",
        "transform     | -         | -           | -     | SOFTMAX     | DEFAULT",
        "model         | one       | two         | -     | one         | OPTION",
        "model         | -         | two         | -     | two         | METADATA",
        "model         | -         | -           | -     | net         | FILE",
        "output        | one       | two         | -     | one         | OPTION",
        "output        | -         | two         | -     | two         | METADATA",
        "output        | -         | -           | -     | prob        | FILE",
      })
  void table(
      String setting,
      @Nullable String option,
      @Nullable String stated,
      @Nullable String file,
      String value,
      Origin origin) {
    if (option != null) {
      give(setting, option);
    }
    if (stated != null) {
      state(setting, stated);
    }
    ModelInfo info =
        info(
            2,
            setting.equals("range") && file != null ? YuvRange.valueOf(file) : YuvRange.AUTO,
            setting.equals("transform") && file != null
                ? Optional.of(Boolean.valueOf(file))
                : Optional.empty(),
            Optional.empty());
    ClassifierSettings settings = settings(info, LOGITS);
    Setting<?> found = of(settings, setting);
    assertThat(found.value().toString()).isEqualTo(value);
    assertThat(found.origin()).isEqualTo(origin);
    assertThat(settings.toString()).contains("(" + origin.name().toLowerCase(Locale.ROOT) + ")");
  }

  private void give(String setting, String option) {
    switch (setting) {
      case "fit" -> builder.fit(Fit.valueOf(option));
      case "interpolation" -> builder.interpolation(Interpolation.valueOf(option));
      case "chroma" -> builder.chroma(ChromaSiting.valueOf(option));
      case "range" -> builder.range(YuvRange.valueOf(option));
      case "transform" -> builder.scoreTransform(ScoreTransform.valueOf(option));
      case "model" -> builder.modelName(option);
      default -> builder.outputName(option);
    }
  }

  private void state(String setting, String stated) {
    switch (setting) {
      case "fit" -> metadata.fit(Fit.valueOf(stated));
      case "interpolation" -> metadata.interpolation(Interpolation.valueOf(stated));
      case "chroma" -> metadata.chroma(ChromaSiting.valueOf(stated));
      case "range" -> metadata.range(YuvRange.valueOf(stated));
      case "transform" -> metadata.transform(ScoreTransform.valueOf(stated));
      case "model" -> metadata.modelName(stated);
      default -> metadata.outputName(stated);
    }
  }

  private static Setting<?> of(ClassifierSettings settings, String setting) {
    return switch (setting) {
      case "fit" -> settings.fit();
      case "interpolation" -> settings.interpolation();
      case "chroma" -> settings.chroma();
      case "range" -> settings.range();
      case "transform" -> settings.transform();
      case "model" -> settings.model();
      default -> settings.output();
    };
  }

  @Test
  void preprocessingAsAWholeStatesEveryPartButAnAutomaticRange() {
    metadata.fit(Fit.CENTER_CROP).range(YuvRange.FULL);
    builder.preprocessing(Preprocessing.defaults());
    ClassifierSettings settings =
        settings(info(2, YuvRange.VIDEO, Optional.empty(), Optional.empty()), LOGITS);
    assertThat(settings.fit()).isEqualTo(new Setting<>(Fit.STRETCH, Origin.OPTION));
    assertThat(settings.range()).isEqualTo(new Setting<>(YuvRange.FULL, Origin.METADATA));
  }

  @Test
  void labelsOfTheProgramThenOfTheMetadataThenImagenetThenNumbers() {
    ModelInfo three = info(3, YuvRange.AUTO, Optional.empty(), Optional.empty());
    ModelInfo thousand = info(1000, YuvRange.AUTO, Optional.empty(), Optional.empty());
    assertThat(settings(three, LOGITS).labels())
        .isEqualTo(new Setting<>(Labels.numbered(3), Origin.DEFAULT));
    assertThat(settings(thousand, LOGITS).labels())
        .isEqualTo(new Setting<>(Labels.imagenet(), Origin.DEFAULT));
    metadata.labels(new LabelSource.Inline(List.of("cat", "dog"), true));
    assertThat(settings(three, LOGITS).labels())
        .isEqualTo(new Setting<>(Labels.of(List.of("background", "cat", "dog")), Origin.METADATA));
    assertThat(loadOptions().expectedClasses()).hasValue(3);
    builder.labels(Labels.of(List.of("a", "b")));
    assertThat(settings(three, LOGITS).labels().origin()).isEqualTo(Origin.OPTION);
    assertThat(loadOptions().expectedClasses()).hasValue(2);
  }

  private LoadOptions loadOptions() {
    return Precedence.of(builder.metadata(metadata.build()).options(), null).loadOptions();
  }

  @Test
  void colorsAreTakenAsAWholeFromTheFirstThatStatesThem() {
    ColorInput byFile = ColorInput.bgr().withMean(1, 2, 3);
    ModelInfo info = info(2, YuvRange.FULL, Optional.empty(), Optional.of(byFile));
    assertThat(loadOptions().colorInput()).isEmpty();
    assertThat(settings(info, LOGITS).colorInput()).contains(new Setting<>(byFile, Origin.FILE));
    metadata.colorInput(ColorInput.imagenet());
    assertThat(loadOptions().colorInput()).contains(ColorInput.imagenet());
    assertThat(settings(info, LOGITS).colorInput().orElseThrow().origin())
        .isEqualTo(Origin.METADATA);
    builder.colorInput(ColorInput.bgr());
    assertThat(loadOptions().colorInput()).contains(ColorInput.bgr());
    assertThat(settings(info, LOGITS).colorInput().orElseThrow().origin()).isEqualTo(Origin.OPTION);
  }

  @Test
  void namesGoToTheRuntimeTheSameWay() {
    metadata.modelName("second").outputName("logits");
    assertThat(loadOptions().modelName()).contains("second");
    assertThat(loadOptions().outputName()).contains("logits");
    builder.modelName("first").outputName("prob");
    assertThat(loadOptions().modelName()).contains("first");
    assertThat(loadOptions().outputName()).contains("prob");
  }

  @Test
  void aModelOfColorsKeepsTheRangeThatItsRuntimeConverts() {
    builder.range(YuvRange.VIDEO);
    ModelInfo info = info(2, YuvRange.FULL, Optional.empty(), Optional.of(ColorInput.rgb()));
    assertThat(settings(info, LOGITS).range()).isEqualTo(new Setting<>(YuvRange.FULL, Origin.FILE));
  }

  @Test
  void colorsBesideAnNv12ModelAreRefused() {
    ModelInfo nv12 = info(2, YuvRange.FULL, Optional.empty(), Optional.empty());
    metadata.colorInput(ColorInput.imagenet());
    Precedence stated = Precedence.of(builder.metadata(metadata.build()).options(), null);
    assertThatThrownBy(() -> stated.requireFits(nv12))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessage(
            "model net takes NV12: order, mean and scale are inside it; remove input from its"
                + " metadata");
    builder.metadata(ModelMetadata.empty()).colorInput(ColorInput.rgb());
    Precedence one = Precedence.of(builder.model(Path.of("a.bin")).options(), null);
    assertThatThrownBy(() -> one.requireFits(nv12))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageEndingWith("leave colorInput out");
    Precedence several =
        Precedence.of(builder.model(Path.of("a.bin"), Path.of("a.onnx")).options(), null);
    several.requireFits(nv12);
  }

  @Test
  void metadataBesideTheFileIsReadUnlessTheProgramGivesAnother(@TempDir Path folder)
      throws IOException {
    Path model = folder.resolve("net.bin");
    Files.writeString(folder.resolve("names.txt"), "a\nb\n");
    Files.writeString(
        ModelMetadata.fileFor(model), "{\"version\":1,\"labels\":{\"file\":\"names.txt\"}}");
    assertThat(Precedence.of(builder.options(), model).loadOptions().expectedClasses()).hasValue(2);
    builder.metadata(ModelMetadata.empty());
    assertThat(Precedence.of(builder.options(), model).loadOptions().expectedClasses()).isEmpty();
  }

  @Test
  void unusableMetadataIsAModelThatCannotBeLoaded(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("net.bin");
    Files.writeString(
        ModelMetadata.fileFor(model), "{\"version\":1,\"labels\":{\"file\":\"gone.txt\"}}");
    assertThatThrownBy(() -> Precedence.of(builder.options(), model))
        .isInstanceOf(ModelLoadException.class)
        .hasMessage(
            "cannot use the metadata: %s: no such file; labels.file in the metadata names it",
            folder.resolve("gone.txt"));
    Files.writeString(ModelMetadata.fileFor(model), "{\"version\":1,\"lable\":{}}");
    assertThatThrownBy(() -> Precedence.of(builder.options(), model))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("net.bin.metadata.json: line 1: lable: unknown key");
  }

  @Test
  void scoresOfTheWarmUpDecideWhenNobodyDoes() {
    ModelInfo info = info(2, YuvRange.AUTO, Optional.empty(), Optional.empty());
    assertThat(settings(info, SHARES).transform())
        .isEqualTo(new Setting<>(ScoreTransform.NONE, Origin.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "SOFTMAX | 0.25 0.75 | -     | gives probabilities already; SOFTMAX on top",
        "SIGMOID | 0.25 0.75 | -     | gives probabilities already; SIGMOID on top",
        "SOFTMAX | 0.25 0.75 | true  | already, says its file; SOFTMAX on top",
        "SOFTMAX | 0.25 0.75 | false | -",
        "SOFTMAX | 0.9 0.75  | -     | -",
        "SOFTMAX | -3 8      | -     | -",
        "NONE    | -3 8      | -     | gives scores below 0 or above 1",
        "NONE    | -3 8      | false | gives scores below 0 or above 1",
        "NONE    | 0 1.002   | true  | -",
        "NONE    | 0.9 0.75  | -     | -",
      })
  void doubts(
      ScoreTransform transform,
      String scores,
      @Nullable Boolean probabilities,
      @Nullable String expected) {
    String[] parts = scores.split(" ", -1);
    float[] warmUp = {Float.parseFloat(parts[0]), Float.parseFloat(parts[1])};
    Optional<String> doubt =
        OutputKind.of(warmUp)
            .doubt(
                transform,
                info(2, YuvRange.AUTO, Optional.ofNullable(probabilities), Optional.empty()));
    if (expected == null) {
      assertThat(doubt).isEmpty();
    } else {
      assertThat(doubt.orElseThrow()).contains(expected);
    }
  }
}
