// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code convert} takes, makes and leaves. */
final class ConvertCommandTest {
  private static final Path NETWORKS =
      CommandProcess.root().resolve("cli/src/test/resources/conversion");
  private static final Path PICTURES = CommandProcess.picture("");

  @TempDir private Path folder;

  private static InProcess convert(Path network, Path out, Object... more) {
    Object[] all =
        Stream.concat(
                Stream.of("convert", network, "--calibration", PICTURES, "-o", out),
                Stream.of(more))
            .toArray();
    return InProcess.run(all);
  }

  private static Object[] lite(Object... more) {
    return Stream.concat(
            Stream.of("--input", "rgb", "--mean", "127", "--scale", "0.0078125"), Stream.of(more))
        .toArray();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void metadataBesideTheNetworkIsEnoughAndIsHandedOn() throws Exception {
    Path network = Files.copy(NETWORKS.resolve("tiny-logits.onnx"), folder.resolve("my net.onnx"));
    Files.write(
        folder.resolve("labels.txt"), List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    Files.writeString(
        ModelMetadata.fileFor(network),
        ModelMetadata.builder()
            .colorInput(ColorInput.imagenet())
            .fit(Fit.CENTER_CROP)
            .range(YuvRange.VIDEO)
            .labels(new LabelSource.File("labels.txt", false))
            .info(Map.of("source", "mine", "sha256", "0".repeat(64)))
            .build()
            .toJson());
    Path out = folder.resolve("out");
    InProcess run = convert(network, out);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(names(out))
        .containsExactly(
            "README.md",
            "calibration_f32",
            "my-net.bin.metadata.json",
            "my-net.onnx",
            "my-net.yaml");
    assertThat(Files.readString(out.resolve("my-net.yaml")))
        .contains("input_space_and_range: 'bt601_video'", "mean_value: '123.675 116.28 103.53'");
    ModelMetadata compiled = ModelMetadata.find(out.resolve("my-net.bin")).orElseThrow();
    assertThat(compiled.fit()).contains(Fit.CENTER_CROP);
    assertThat(compiled.range()).contains(YuvRange.VIDEO);
    assertThat(compiled.transform()).contains(ScoreTransform.SOFTMAX);
    assertThat(compiled.colorInput()).isEmpty();
    assertThat(compiled.labels().orElseThrow().load(out).names()).hasSize(10).contains("a", "j");
    assertThat(compiled.info())
        .isEqualTo(Map.of("source", "mine", "converted_from", "my net.onnx"));
  }

  @Test
  void anExistingFolderIsReplacedOnlyWhenToldAndOnlyIfItIsAConversion() throws Exception {
    Path network = NETWORKS.resolve("tiny-ok.onnx");
    Path out = folder.resolve("out");
    Files.createDirectory(out);
    assertThat(convert(network, out, lite()).exit()).as("an empty folder").isZero();
    InProcess again = convert(network, out, lite());
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains(out + ": this folder holds a conversion; add --force");
    Files.writeString(out.resolve("tiny-ok.bin"), "old");
    assertThat(convert(network, out, lite("--force")).exit()).isZero();
    assertThat(names(out)).doesNotContain("tiny-ok.bin");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "years of work");
    InProcess refused = convert(network, other, lite("--force"));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(other + ": this folder holds something else");
    assertThat(names(folder)).containsExactly("other", "out");
  }

  @Test
  void weightsInAFileOfTheirOwnAreCopied() throws Exception {
    Path out = folder.resolve("out");
    InProcess run = convert(NETWORKS.resolve("tiny-external.onnx"), out, lite());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(out.resolve("tiny-external.data"))
        .hasSameBinaryContentAs(NETWORKS.resolve("tiny-external.data"));
  }

  @Test
  void classesAreUsedAlikeAndTheSeedDecides() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (String name : List.of("cat", "cup")) {
      Path source = CommandProcess.picture(name.equals("cat") ? "chelsea.png" : "coffee.png");
      Path of = Files.createDirectory(photos.resolve(name));
      for (int i = 0; i < (name.equals("cat") ? 9 : 2); i++) {
        Files.copy(source, of.resolve(i + ".png"));
      }
    }
    byte[] cup = oneOf(photos.resolve("cup"));
    for (int seed = 1; seed <= 3; seed++) {
      Path out = folder.resolve("out" + seed);
      InProcess run =
          InProcess.run(
              Stream.concat(
                      Stream.of("convert", NETWORKS.resolve("tiny-ok.onnx"), "-o", out),
                      Stream.of(lite("--calibration", photos, "--count", 4, "--seed", seed)))
                  .toArray());
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("4 pictures from 2 folder(s)");
      int cups = 0;
      for (String file : names(out.resolve("calibration_f32"))) {
        byte[] data = Files.readAllBytes(out.resolve("calibration_f32").resolve(file));
        cups += java.util.Arrays.equals(data, cup) ? 1 : 0;
      }
      assertThat(cups).as("2 of 4 pictures are cups though there are 2 of 11").isEqualTo(2);
    }
  }

  private byte[] oneOf(Path photos) throws IOException {
    Path out = folder.resolve("one");
    InProcess.run(
        Stream.concat(
                Stream.of("convert", NETWORKS.resolve("tiny-ok.onnx"), "-o", out),
                Stream.of(lite("--calibration", photos, "--count", 1)))
            .toArray());
    return Files.readAllBytes(out.resolve("calibration_f32/0000.f32"));
  }

  @Test
  void aFullDiskLeavesNothing() throws Exception {
    Path out = folder.resolve("out");
    CommandProcess run =
        CommandProcess.onFullDisk(
            Stream.concat(
                    Stream.of("convert", NETWORKS.resolve("tiny-ok.onnx"), "-o", out),
                    Stream.of(lite("--calibration", PICTURES)))
                .toArray());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("File too large");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(InProcess.run("convert").err()).contains("MODEL, the network to convert is missing");
    assertThat(InProcess.run("convert", "a.onnx").err()).contains("-o OUT, the folder to make");
    InProcess photos = InProcess.run("convert", "a.onnx", "-o", folder.resolve("x"));
    assertThat(photos.exit()).isEqualTo(2);
    assertThat(photos.err()).contains("--calibration PICTURES is needed");
  }
}
