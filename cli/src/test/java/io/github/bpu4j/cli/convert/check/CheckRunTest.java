// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.cli.JsonSchema;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.modelfile.ColorRange;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.TensorLayout;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.Region;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.runtime.onnx.OnnxRuntime;
import io.github.bpu4j.testsupport.ExportedNetworks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Comparisons with the bundled network in the place of a compiled file: it takes NV12 of VIDEO
 * range and normalizes inside, as one does. The network is an ordinary export of the same weights.
 */
final class CheckRunTest {
  private static final Path BUNDLED =
      CommandProcess.root()
          .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
          .resolve("efficientnet_lite0_nv12_int8w.onnx");

  @TempDir private static Path folder;
  private static final List<Path> PICTURES = new ArrayList<>();
  private static Path network = BUNDLED;

  @BeforeAll
  static void make() throws IOException {
    network =
        Files.write(
            folder.resolve("net.onnx"), ExportedNetworks.torchvision(Files.readAllBytes(BUNDLED)));
    for (String name : List.of("chelsea", "coffee")) {
      ImageFrame photo = ImageFrame.read(CommandProcess.picture(name + ".png"));
      for (int i = 0; i < 5; i++) {
        Region square = new Region(30 * i, 10 * i, 220, 220);
        Path file = folder.resolve(name + i + ".png");
        ImageIO.write(photo.crop(square).toBufferedImage(), "png", file.toFile());
        PICTURES.add(file);
      }
    }
  }

  /** A file that says its range and nothing of its colors, so that only answers tell. */
  private static InputDescription silent() {
    return new InputDescription(
        "nv12",
        InputType.NV12,
        TensorLayout.NCHW,
        List.of(1, 3, 224, 224),
        224,
        224,
        Optional.of(ColorRange.VIDEO),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static CheckResult check(ColorInput declared, YuvRange range) throws IOException {
    Streams streams =
        new Streams(
            new ByteArrayOutputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            false);
    return new CheckRun(
            network,
            BUNDLED,
            new OnnxRuntime(),
            declared,
            silent(),
            Optional.empty(),
            Preprocessing.defaults().withRange(range),
            Verdict.GOOD,
            PICTURES,
            DecodeLimits.defaults())
        .run(streams, false, () -> false);
  }

  @Test
  void aSoundFileIsGood() throws IOException {
    CheckResult result = check(ColorInput.imagenet(), YuvRange.VIDEO);
    assertThat(result.verdict().kind()).isEqualTo(Verdict.Kind.GOOD);
    assertThat(result.verdict().likely()).isEmpty();
    assertThat(result.hint()).isEmpty();
    assertThat(result.cosine()).isGreaterThan(0.99).isGreaterThan(result.otherRange());
    assertThat(result.comparison().agreement().count()).isEqualTo(PICTURES.size());
    assertThat(CheckPage.of(result, Texts.english()))
        .contains("good: the compiled file answers like the network");
    JsonSchema.of("docs/json.md", "convert check").check(CheckJson.line(result).strip());
  }

  @Test
  void swappedColorsAreNamedFirstByTheirAnswersAlone() throws IOException {
    ColorInput wrong =
        new ColorInput(
            ColorInput.Order.BGR,
            ColorInput.imagenet().mean(),
            ColorInput.imagenet().scale(),
            Optional.empty(),
            Optional.empty());
    CheckResult result = check(wrong, YuvRange.VIDEO);
    assertThat(result.verdict().kind()).isEqualTo(Verdict.Kind.DOES_NOT_MATCH);
    assertThat(result.verdict().likely().get(0).cause()).isEqualTo(Cause.CHANNEL_ORDER);
    assertThat(CheckPage.of(result, Texts.english()))
        .contains("something does not match; likely:", "1. channel order", "red and blue swapped");
    JsonSchema.of("docs/json.md", "convert check").check(CheckJson.line(result).strip());
  }

  @Test
  void theWrongScaleIsNamedByItsAnswersAlone() throws IOException {
    ColorInput half = ColorInput.imagenet().withScale(1 / 116.8f, 1 / 114.2f, 1 / 114.8f);
    CheckResult result = check(half, YuvRange.VIDEO);
    List<Cause> causes =
        result.verdict().likely().stream().map(Verdict.Likely::cause).limit(2).toList();
    assertThat(causes).containsExactlyInAnyOrder(Cause.SCALE, Cause.OTHER_NUMBERS);
  }

  @Test
  void theWrongRangeIsNamedAndTheOtherOneFitsBetter() throws IOException {
    CheckResult result = check(ColorInput.imagenet(), YuvRange.FULL);
    assertThat(result.verdict().kind()).isEqualTo(Verdict.Kind.DOES_NOT_MATCH);
    assertThat(result.verdict().likely().get(0).cause()).isEqualTo(Cause.RANGE);
    assertThat(result.otherRange()).isGreaterThan(result.cosine());
  }
}
