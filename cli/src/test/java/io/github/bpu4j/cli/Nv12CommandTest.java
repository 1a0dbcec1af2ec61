// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bpu4j nv12} seen from outside. */
final class Nv12CommandTest {
  private static final Path CAT = CommandProcess.photo("chelsea.png");

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
    };
    for (Object[] arguments : wrong) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void badPictureIs1AndLeavesTheOutputAlone() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.png"), "this is no picture");
    Path out = Files.writeString(folder.resolve("out.nv12"), "from before");
    CommandProcess run = CommandProcess.run("nv12", bad, out);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("bpu4j: ").doesNotContain("\tat ");
    assertThat(out).hasContent("from before");
  }
}
