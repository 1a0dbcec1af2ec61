// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.models.download.DownloadException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples and checks what they print. */
final class ExamplesTest {
  private static final String CAT = "images/chelsea.png";

  @TempDir private Path folder;

  /** A program's main method. */
  private interface Program {
    void start(String[] arguments) throws Exception;
  }

  @Test
  void classifyImageIsShortAndNamesTheCat() throws Exception {
    String out = run(ClassifyImage::main, CAT);
    assertThat(out.lines()).hasSize(5).first().asString().contains("285").contains("Egyptian cat");
    Path source = Path.of("src/main/java/io/github/bpu4j/examples/ClassifyImage.java");
    assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(30);
  }

  @Test
  void resNet18SaysWhichNetworkRunsInItsPlace() throws Exception {
    Path drawn = folder.resolve("drawn.png");
    String out = run(ResNet18::main, folder.resolve("no.bin").toString(), CAT, drawn.toString());
    assertThat(out)
        .contains("running efficientnet_lite0 instead, which is a different model")
        .contains("class: 285")
        .contains("label: Egyptian cat")
        .containsPattern("score: 0\\.79\\d+");
    assertThat(ImageIO.read(drawn.toFile()).getWidth()).isEqualTo(451);
  }

  @Test
  void resNet18TakesTheNameOfAPublishedModel() {
    System.setProperty("bpu4j.models.offline", "true");
    try {
      assertThatThrownBy(() -> run(ResNet18::main, "resnet18", CAT))
          .isInstanceOf(DownloadException.class)
          .hasMessageStartingWith("resnet18 is not in ")
          .hasMessageContaining("in offline mode nothing is downloaded");
    } finally {
      System.clearProperty("bpu4j.models.offline");
    }
  }

  @Test
  void cameraFramesFromAGeneratedStream() throws Exception {
    String out = run(CameraFrames::main, "--frames", "12", "--fps", "10", "--size", "640x480");
    assertThat(out.lines().reduce((first, last) -> last).orElseThrow())
        .contains("frames/s")
        .containsPattern("\\d+ answered in [\\d.]+ ms each, \\d+ dropped, 0 failed");
    assertThat(counted(out, " answered") + counted(out, " dropped")).isEqualTo(12);
  }

  @Test
  void aFasterCameraThanNetworkDropsFrames() throws Exception {
    String out =
        run(
            CameraFrames::main,
            "--frames",
            "200",
            "--fps",
            "5000",
            "--size",
            "640x480",
            "--in-flight",
            "1");
    assertThat(counted(out, " dropped")).isPositive();
    assertThat(counted(out, " answered") + counted(out, " dropped")).isEqualTo(200);
  }

  @Test
  void cameraFramesFromAFile() throws Exception {
    byte[] frames = new byte[5 * 64 * 48 * 3 / 2];
    new Random(1).nextBytes(frames);
    Path raw = Files.write(folder.resolve("frames.nv12"), frames);
    String[] arguments = {"--raw", raw.toString(), "--size", "64x48", "--fps", "10"};
    String out = run(CameraFrames::main, arguments);
    assertThat(counted(out, " answered") + counted(out, " dropped")).isEqualTo(5);
    Files.write(raw, new byte[100], java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> run(CameraFrames::main, arguments))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("100 of 4608 bytes");
  }

  private static long counted(String out, String word) {
    String last = out.lines().reduce((first, next) -> next).orElseThrow();
    String before = last.substring(0, last.indexOf(word));
    return Long.parseLong(before.substring(before.lastIndexOf(' ') + 1));
  }

  private static String run(Program program, String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      program.start(arguments);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
