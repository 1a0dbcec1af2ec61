// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bpu4j.cli.convert.plan.Trap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trap of a conversion is caught before the compiler runs, with its remedy. */
final class ConvertTrapsTest {
  private static final Path NETWORKS =
      CommandProcess.root().resolve("cli/src/test/resources/conversion");
  private static final String LITE = "--input rgb --mean 127 --scale 0.0078125";
  private static final int GOES_ON = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int REFUSED = 3;

  @TempDir private static Path pictures;
  @TempDir private Path folder;

  /** Trap, network, options, exit code, what is said. */
  static Stream<Arguments> traps() {
    return Stream.of(
        trap(Trap.OPSET, "opset18", LITE, GOES_ON, "operator set 18 written as 11", "same scores"),
        trap(Trap.OPSET, "newer-forms", LITE, GOES_ON, "18 written as 11", "same scores"),
        trap(Trap.OPSET, "layer-norm", LITE, REFUSED, "LayerNormalization", "opset_version=11"),
        trap(Trap.OPSET, "softmax-inside", LITE, REFUSED, "axis 1", "opset_version=11"),
        trap(Trap.FILE_FORMAT, "ir10", LITE, GOES_ON, "file format 10 written as 8", "same scores"),
        trap(Trap.CLIP_BOUNDS, "clip-bounds", LITE, GOES_ON, "bounds of Clip", "same scores"),
        trap(Trap.OPEN_BATCH, "dynamic-batch", LITE, GOES_ON, "input_shape sets it to 1"),
        trap(Trap.OPEN_BATCH, "batch-minus1", LITE, GOES_ON, "input_shape sets it to 1"),
        trap(Trap.BATCH, "batch4", LITE, REFUSED, "4 pictures at once", "a batch of 1"),
        trap(Trap.OPEN_SIZE, "open-size", LITE, REFUSED, "name it with --input-size WxH"),
        trap(Trap.OPEN_SIZE, "open-size", LITE + " --input-size 48x32", GOES_ON, "input_shape"),
        trap(Trap.ODD_SIDES, "odd-size", LITE, REFUSED, "47x33", "such as 48x34"),
        trap(Trap.CHANNELS_LAST, "nhwc", LITE, GOES_ON, "input_layout_train"),
        trap(Trap.NO_PICTURE, "gray", LITE, REFUSED, "1x1x32x48", "expected one input"),
        trap(Trap.TAKES_NV12, "../bundled", LITE, REFUSED, "NV12 already", "was made of"),
        trap(Trap.BYTE_INPUT, "uint8", LITE, REFUSED, "takes bytes", "remove the cast"),
        trap(Trap.HALF_PRECISION, "float16", LITE, REFUSED, "FLOAT16", "model.float()"),
        trap(Trap.HALF_PRECISION, "half-weights", LITE, REFUSED, "float16", "model.float()"),
        trap(Trap.BROKEN_WEIGHTS, "nan", LITE, REFUSED, "NaN", "earlier checkpoint"),
        trap(Trap.MISSING_WEIGHTS, "alone", LITE, REFUSED, "tiny-external.data", "put it beside"),
        trap(Trap.FOREIGN_OPERATOR, "custom-domain", LITE, REFUSED, "my.ops", "export again"),
        trap(Trap.UNKNOWN_OPERATOR, "nonzero-unsupported", LITE, REFUSED, "NonZero", "comparison"),
        trap(Trap.UNKNOWN_OPERATOR, "hardswish-opset14-as-11", LITE, REFUSED, "newer than"),
        trap(Trap.LOG_SOFTMAX, "log-softmax", LITE, GOES_ON, "LogSoftmax", "without it"),
        trap(Trap.ARG_MAX, "argmax", LITE, REFUSED, "ArgMax", "without it"),
        trap(Trap.NO_SCORES, "no-scores", LITE, REFUSED, "expected [1, classes]"),
        trap(Trap.BACKGROUND_CLASS, "1001", LITE, GOES_ON, "--labels imagenet --background"),
        trap(Trap.LABELS, "1001", LITE + " --labels imagenet", REFUSED, "add --background"),
        trap(Trap.LABELS, "ok", LITE + " --labels imagenet", REFUSED, "1000 labels for 10 classes"),
        trap(Trap.NORMALIZED_TWICE, "normalized", LITE, REFUSED, "Div 'unit'", "leave them out"),
        trap(Trap.NO_NUMBERS, "ok", "", REFUSED, "add --input rgb", "--scale"),
        trap(Trap.NO_NUMBERS, "normalized", "", REFUSED, "--input rgb (or bgr) is enough"),
        trap(
            Trap.SCALE_IS_DEVIATION,
            "ok",
            "--input rgb --mean 127 --scale 128",
            REFUSED,
            "--scale 0.0078125,0.0078125,0.0078125"),
        trap(
            Trap.UNIT_RANGE,
            "ok",
            "--input rgb --mean 123.675 --scale 0.229",
            REFUSED,
            "--scale 0.017124"),
        trap(
            Trap.UNIT_RANGE,
            "ok",
            "--input rgb --mean 0.485,0.456,0.406 --scale 0.0171",
            REFUSED,
            "--mean 123.67"),
        trap(Trap.UNREADABLE_PICTURE, "ok", LITE, GOES_ON, "broken.png is left out"),
        trap(Trap.FLAT_PICTURE, "ok", LITE, GOES_ON, "gray.png is left out", "flat picture"),
        trap(Trap.FEW_PICTURES, "ok", LITE, GOES_ON, "1 calibration picture(s)", "take 50 to 100"),
        trap(null, "ok", "--input rgb --mean 1,2 --scale 1", USAGE, "2 numbers, expected one or"),
        trap(null, "ok", "--input rgb --scale 0", USAGE, "scale: got [0.0"),
        trap(null, "cut", LITE, FAILED, "cut short"),
        trap(null, "missing", LITE, FAILED, "no such file"));
  }

  private static Arguments trap(
      Trap trap, String network, String options, int exit, String... said) {
    return arguments(Optional.ofNullable(trap), network, options, exit, said);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("traps")
  void isCaughtWithItsRemedy(
      Optional<Trap> trap, String network, String options, int exit, String[] said)
      throws IOException {
    Path out = folder.resolve("out");
    List<Object> words = new ArrayList<>(List.of("convert", network(network)));
    Stream.of(options.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
    words.addAll(List.of("--calibration", pictures(), "-o", out));
    InProcess run = InProcess.run(words.toArray());
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).contains(said);
    assertThat(Files.exists(out)).as("a refused conversion leaves nothing").isEqualTo(exit == 0);
    assertThat(names(folder)).isSubsetOf("out", "tiny-cut.onnx", "tiny-alone.onnx");
    if (exit == REFUSED) {
      assertThat(run.err()).contains("error: ");
    }
  }

  /** BAD_DATA is for what changed after the data were written; CalibrationTensorTest has it. */
  @Test
  void noTrapIsWithoutATest() {
    Set<Trap> tested =
        traps()
            .map(row -> (Optional<?>) row.get()[0])
            .flatMap(Optional::stream)
            .map(Trap.class::cast)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trap.class)));
    assertThat(tested)
        .containsAll(Arrays.stream(Trap.values()).filter(t -> t != Trap.BAD_DATA).toList());
    assertThat(traps()).hasSize(42);
  }

  private Path network(String name) throws IOException {
    Path file = NETWORKS.resolve("tiny-" + name + ".onnx");
    return switch (name) {
      case "../bundled" ->
          CommandProcess.root()
              .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
              .resolve("efficientnet_lite0_nv12_int8w.onnx");
      case "alone" ->
          Files.copy(NETWORKS.resolve("tiny-external.onnx"), folder.resolve("tiny-alone.onnx"));
      case "cut" ->
          Files.write(
              folder.resolve("tiny-cut.onnx"),
              Arrays.copyOf(Files.readAllBytes(NETWORKS.resolve("tiny-ok.onnx")), 1000));
      default -> file;
    };
  }

  /** One good picture, one that is cut short and one of a single color. */
  private static Path pictures() throws IOException {
    if (Files.notExists(pictures.resolve("good.png"))) {
      byte[] photo = Files.readAllBytes(CommandProcess.picture("chelsea.png"));
      Files.write(pictures.resolve("good.png"), photo);
      Files.write(pictures.resolve("broken.png"), Arrays.copyOf(photo, 5000));
      ImageIO.write(
          new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
          "png",
          pictures.resolve("gray.png").toFile());
    }
    return pictures;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
