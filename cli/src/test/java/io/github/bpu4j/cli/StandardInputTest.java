// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The picture that {@code -} stands for. */
@DisabledOnOs(OS.WINDOWS)
final class StandardInputTest {
  private static final Path CAT = CommandProcess.picture("chelsea.png");
  private static final Path COFFEE = CommandProcess.picture("coffee.png");

  @TempDir private Path folder;

  @Test
  void isClassifiedAtItsPlace() throws Exception {
    Path drawn = folder.resolve("drawn");
    ProgramRun run =
        run(CAT, "classify", "--json", "--top", 1, "--annotate", drawn, COFFEE, "-", COFFEE, "-");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll("(\"index\":\\d+).*", "$1")))
        .satisfiesExactly(
            line -> assertThat(line).contains("coffee.png").endsWith("\"index\":967"),
            line -> assertThat(line).startsWith("{\"file\":\"-\",").endsWith("\"index\":285"),
            line -> assertThat(line).contains("coffee.png").endsWith("\"index\":967"),
            line -> assertThat(line).startsWith("{\"file\":\"-\",").endsWith("\"index\":285"));
    assertThat(drawn.resolve("stdin.annotated.png")).exists();
    assertThat(drawn.resolve("stdin-2.annotated.png")).exists();
  }

  @Test
  void whatIsNoPictureFailsAloneAndByName() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "not a picture");
    ProgramRun run = run(text, "classify", "-", CAT);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("285");
    assertThat(run.err()).startsWith("bpu4j: standard input: unknown format: the file begins with");
    assertThat(run(text, "nv12", "-", folder.resolve("out")).err())
        .startsWith("bpu4j: standard input: unknown format");
  }

  @Test
  void aPictureThatDoesNotFitFailsAlone() throws Exception {
    Path line = folder.resolve("line.png");
    ImageIO.write(new BufferedImage(5000, 1, TYPE_BYTE_GRAY), "png", line.toFile());
    ProgramRun run = run(line, "classify", "--json", "--top", 1, "--fit", "letterbox", "-", CAT);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            failed ->
                assertThat(failed)
                    .startsWith("{\"file\":\"-\",\"error\":{")
                    .contains("a picture of 5000x1 is too elongated for a letterbox of 224x224"),
            answered -> assertThat(answered).contains("chelsea.png", "\"index\":285"));
  }

  @Test
  void tooManyBytesAreRefusedBeforeTheyFillTheHeap() throws Exception {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(8L << 30);
    }
    ProgramRun run = run(large, "classify", "--json", "-");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("standard input: ").contains("67108865 bytes");
  }

  @Test
  void nv12ReadsPicturesAndRawFrames() throws Exception {
    Path fromFile = folder.resolve("file.nv12");
    Path fromInput = folder.resolve("input.nv12");
    assertThat(CommandProcess.run("nv12", CAT, fromFile).exit()).isZero();
    assertThat(run(CAT, "nv12", "-", fromInput).exit()).isZero();
    assertThat(fromInput).hasSameBinaryContentAs(fromFile);

    List<String> raw = List.of("nv12", "--from", "nv12", "--from-size", "224x224", "-");
    Path again = folder.resolve("again.nv12");
    assertThat(run(fromFile, raw.toArray(), again).exit()).isZero();
    assertThat(again).hasSameBinaryContentAs(fromFile);
    assertThat(run(CAT, raw.toArray(), again).err())
        .startsWith("bpu4j: standard input: more bytes, but a NV12 frame of 224x224");
    Path five = Files.writeString(folder.resolve("short"), "12345");
    assertThat(run(five, raw.toArray(), again).err())
        .startsWith("bpu4j: standard input: 5 bytes, but a NV12 frame of 224x224");
  }

  private static ProgramRun run(Path input, Object[] arguments, Path last) throws Exception {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return run(input, all);
  }

  private static ProgramRun run(Path input, Object... arguments) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(CommandProcess.command(Bpu4j.class, List.of(), arguments));
    return ProgramRun.of(builder.redirectInput(input.toFile()));
  }
}
