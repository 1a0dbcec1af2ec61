// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.Region;
import io.github.bpu4j.preprocess.Rotation;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bpu4j nv12}. */
final class Nv12CommandTest {
  private static final Path CAT = CommandProcess.picture("chelsea.png");

  @TempDir private Path folder;

  @Test
  void writesWhatTheLibraryConverts() throws Exception {
    Path out = folder.resolve("cat.nv12");
    CommandProcess run = CommandProcess.run("nv12", "--size", "320x180", CAT, out);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("NV12 320x180, range VIDEO, 86400 bytes");
    Nv12Buffer expected = Nv12Buffer.allocate(320, 180);
    new Nv12Converter(Preprocessing.vendorSample(), 320, 180)
        .convert(ImageFrame.read(CAT), expected);
    assertThat(Files.readAllBytes(out)).isEqualTo(expected.bytes().array());
  }

  @Test
  void rangeChangesTheBytes() throws Exception {
    Path video = folder.resolve("video");
    Path full = folder.resolve("full");
    assertThat(CommandProcess.run("nv12", CAT, video).exit()).isZero();
    assertThat(CommandProcess.run("nv12", "--range", "full", CAT, full).exit()).isZero();
    assertThat(Files.size(full)).isEqualTo(224 * 224 * 3 / 2);
    assertThat(Files.mismatch(video, full)).isNotNegative();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDiskLeavesTheOldFileOrNone() throws Exception {
    Path out = folder.resolve("cat.nv12");
    CommandProcess run = CommandProcess.onFullDisk("nv12", CAT, out);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "bpu4j: cat.nv12 cannot be written to " + folder + ": File too large");
    assertThat(folder).isEmptyDirectory();
    Files.writeString(out, "old");
    assertThat(CommandProcess.onFullDisk("nv12", CAT, out).exit()).isEqualTo(1);
    assertThat(folder.toFile().list()).containsExactly("cat.nv12");
    assertThat(out).hasContent("old");
  }

  @Test
  void dashIsStdout() throws Exception {
    CommandProcess run = CommandProcess.run("nv12", "--size", "2x2", CAT, "-");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isNotEmpty().doesNotContain("NV12");
  }

  @Test
  void wrongUsageIs2() throws Exception {
    Object[][] wrong = {
      {"nv12", CAT},
      {"nv12", "--size", "225x224", CAT, folder.resolve("o")},
      {"nv12", "--size", "large", CAT, folder.resolve("o")},
      {"nv12", CAT, CAT},
      {"nv12", "--json", CAT, "-"},
      {"nv12", "--from", "nv12", CAT, folder.resolve("o")},
      {"nv12", "--from", "jpeg", "--from-size", "2x2", CAT, folder.resolve("o")},
      {"nv12", "--from-size", "64x48", CAT, folder.resolve("o")},
      {"nv12", "--from", "nv12", "--from-size", "64", CAT, folder.resolve("o")},
      {"nv12", "--rotate", "45", CAT, folder.resolve("o")},
      {"nv12", "--crop", "0,0,0,9", CAT, folder.resolve("o")},
      {"nv12", "--crop", "center", CAT, folder.resolve("o")},
    };
    for (Object[] arguments : wrong) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failuresAreJsonToo() throws Exception {
    Path absent = folder.resolve("absent/out.nv12");
    for (Object[] arguments :
        new Object[][] {
          {"nv12", "--json", CAT, absent},
          {"nv12", "--json", CAT, folder},
          {"nv12", "--json", folder, folder.resolve("out")},
          {"nv12", "--json", "--size", "65534x65534", CAT, folder.resolve("out")},
        }) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(1);
      assertThat(JsonKeys.values(run.out())).containsKeys("file", "error.type", "error.message");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void badPictureIs1AndLeavesTheOutputAlone() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.png"), "not a picture");
    Path out = Files.writeString(folder.resolve("out.nv12"), "from before");
    CommandProcess run = CommandProcess.run("nv12", bad, out);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("bpu4j: ").doesNotContain("\tat ");
    assertThat(out).hasContent("from before");
  }

  @Test
  void cropsRotatesAndFits() throws Exception {
    Path out = folder.resolve("part.nv12");
    CommandProcess run =
        CommandProcess.run(
            "nv12",
            "--crop",
            "100,50,201,133",
            "--rotate",
            "90",
            "--fit",
            "letterbox",
            "--interpolation",
            "area",
            "--chroma",
            "average",
            "--size",
            "96x160",
            CAT,
            out);
    assertThat(run.exit()).as(run.err()).isZero();
    Preprocessing settings =
        Preprocessing.vendorSample()
            .withFit(Fit.LETTERBOX)
            .withInterpolation(Interpolation.AREA)
            .withChroma(ChromaSiting.AVERAGE);
    Nv12Buffer expected = Nv12Buffer.allocate(96, 160);
    new Nv12Converter(settings, 96, 160)
        .convert(
            ImageFrame.read(CAT).crop(new Region(100, 50, 201, 133)).rotate(Rotation.CLOCKWISE_90),
            expected);
    assertThat(Files.readAllBytes(out)).isEqualTo(expected.bytes().array());
  }

  @Test
  void readsRawFramesOfEveryLayout() throws Exception {
    for (String layout : List.of("nv12", "nv21", "i420", "yuyv", "rgb", "bgr")) {
      int pitch = 64 * 3 + 16;
      byte[] frame = new byte[layout.matches("nv..|i420") ? pitch * 48 * 3 / 2 : pitch * 48];
      for (int i = 0; i < frame.length; i++) {
        frame[i] = (byte) (i * 31 + i / 97);
      }
      Path raw = Files.write(folder.resolve(layout + ".raw"), frame);
      Path out = folder.resolve(layout + ".nv12");
      CommandProcess run =
          CommandProcess.run(
              "nv12",
              "--from",
              layout,
              "--from-size",
              "64x48:" + pitch,
              "--from-range",
              "full",
              "--size",
              "32x32",
              raw,
              out);
      assertThat(run.exit()).as(run.err()).isZero();
      Nv12Buffer expected = Nv12Buffer.allocate(32, 32);
      new Nv12Converter(Preprocessing.vendorSample(), 32, 32)
          .convert(frame(layout, ByteBuffer.wrap(frame), pitch), expected);
      assertThat(Files.readAllBytes(out)).as(layout).isEqualTo(expected.bytes().array());
    }
  }

  private static ImageFrame frame(String layout, ByteBuffer bytes, int pitch) {
    return switch (layout) {
      case "nv12" -> ImageFrame.nv12(bytes, 64, 48, pitch, YuvRange.FULL);
      case "nv21" -> ImageFrame.nv21(bytes, 64, 48, pitch, YuvRange.FULL);
      case "i420" -> ImageFrame.i420(bytes, 64, 48, pitch, YuvRange.FULL);
      case "yuyv" -> ImageFrame.yuyv(bytes, 64, 48, pitch, YuvRange.FULL);
      case "rgb" -> ImageFrame.rgb(bytes, 64, 48, pitch);
      case "bgr" -> ImageFrame.bgr(bytes, 64, 48, pitch);
      default -> throw new IllegalArgumentException(layout);
    };
  }

  @Test
  void rawFileOfAnotherSizeIs1() throws Exception {
    Path raw = Files.write(folder.resolve("short.raw"), new byte[100]);
    CommandProcess run =
        CommandProcess.run(
            "nv12", "--from", "nv12", "--from-size", "64x48", raw, folder.resolve("o"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("100 bytes", "64x48", "4608", "--from-size");
  }
}
