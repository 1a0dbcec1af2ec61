// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testsupport.VideoClips;
import io.github.bpu4j.video.VideoException.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files through the ffmpeg of this machine: pixels, times, ends and errors. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class VideoSourceTest {
  private static final Path PHOTO = Path.of("../examples/images/chelsea.png");
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  @TempDir Path folder;

  @BeforeEach
  void needsFfmpeg() {
    assumeTrue(VideoClips.isFfmpegInstalled(), "needs ffmpeg: apt-get install ffmpeg");
  }

  private static VideoSourceBuilder fast(Path file) {
    return VideoSource.builder(file.toString()).realTime(false);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.limit()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** The planes of an NV12 picture as I420. */
  private static byte[] i420(byte[] nv12) {
    byte[] planes = nv12.clone();
    int luma = WIDTH * HEIGHT;
    for (int i = 0; i < luma / 4; i++) {
      planes[luma + i] = nv12[luma + 2 * i];
      planes[luma + luma / 4 + i] = nv12[luma + 2 * i + 1];
    }
    return planes;
  }

  private static byte[] nv12(YuvRange range) throws Exception {
    Nv12Buffer picture = Nv12Buffer.allocate(WIDTH, HEIGHT);
    new Nv12Converter(Preprocessing.defaults().withRange(range), WIDTH, HEIGHT)
        .convert(ImageFrame.read(PHOTO), picture);
    return bytes(picture.bytes());
  }

  @ParameterizedTest
  @CsvSource({"VIDEO, tv", "FULL, pc"})
  void aLosslessClipOfTheAskedRangeKeepsEveryByte(YuvRange range, String word) throws Exception {
    byte[] picture = nv12(range);
    Path raw = folder.resolve("frames.nv12");
    Files.write(raw, picture);
    Path clip = folder.resolve("lossless.mkv");
    String format = "-f rawvideo -pix_fmt nv12 -video_size 64x48 -framerate 25 -stream_loop 4";
    List<String> arguments = new ArrayList<>(List.of(format.split(" ", -1)));
    arguments.addAll(List.of("-i", raw.toString()));
    arguments.addAll(List.of("-c:v", "ffv1", "-pix_fmt", "yuv420p", "-color_range", word));
    VideoClips.run(arguments, clip);

    try (VideoSource source = fast(clip).range(range).open()) {
      assertThat(source.info().layout())
          .isEqualTo(RawLayout.of(RawLayout.Format.I420, WIDTH, HEIGHT, range));
      assertThat(source.info().framesPerSecond()).isEqualTo(25);
      assertThat(source.info().live()).isFalse();
      for (int i = 0; i < 5; i++) {
        VideoFrame frame = source.next();
        assertThat(bytes(frame.bytes())).isEqualTo(i420(picture));
        assertThat(frame.timestampMicros()).isEqualTo(i * 40_000L);
        frame.release();
      }
      assertThat(source.next()).isNull();
      assertThat(source.next()).isNull();
    }
  }

  /** White is 235 in the video range and 255 in the full one, whatever the clip has. */
  @ParameterizedTest
  @CsvSource({"VIDEO, 235, 16", "FULL, 255, 0"})
  void mjpegIsConvertedToTheRangeThatTheFramesSay(YuvRange range, int white, int black)
      throws Exception {
    assertThat(firstLuma("white", range)).isEqualTo(white);
    assertThat(firstLuma("black", range)).isEqualTo(black);
  }

  private int firstLuma(String color, YuvRange range) throws Exception {
    Path clip = folder.resolve(color + ".avi");
    VideoClips.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=" + color + ":s=64x48:d=0.2",
            "-c:v",
            "mjpeg",
            "-pix_fmt",
            "yuvj420p"),
        clip);
    try (VideoSource source = fast(clip).range(range).open()) {
      return source.next().bytes().get(0) & 0xff;
    }
  }

  @Test
  void sizesAreScaledAndOddSidesCut() throws Exception {
    Path clip = folder.resolve("odd.mkv");
    VideoClips.run(
        List.of(
            "-f", "lavfi", "-i", "testsrc=s=65x49:d=0.2", "-c:v", "ffv1", "-pix_fmt", "yuv444p"),
        clip);
    try (VideoSource source = fast(clip).open()) {
      assertThat(source.next().image()).hasToString("ImageFrame[64x48]");
    }
    try (VideoSource source = fast(clip).size(32, 16).open()) {
      assertThat(source.next().image()).hasToString("ImageFrame[32x16]");
    }
  }

  @Test
  void whatCannotBeOpenedIsToldWithItsReason() throws Exception {
    Path sound = folder.resolve("sound.wav");
    VideoClips.run(List.of("-f", "lavfi", "-i", "sine=d=0.1"), sound);
    Path text = folder.resolve("text.mp4");
    Files.writeString(text, "no video\n");
    expect(Reason.NOT_FOUND, folder.resolve("none.mp4").toString(), "no file ");
    expect(Reason.NOT_FOUND, "/dev/video97", "no camera /dev/video97; plug it in");
    expect(Reason.CODEC, folder.toString(), "is a folder, expected a video");
    expect(Reason.CODEC, "/dev/null", "it is not a camera");
    expect(Reason.CODEC, text.toString(), "Invalid data found");
    expect(Reason.CODEC, sound.toString(), "it has no video");
    expect(Reason.NO_ANSWER, "rtsp://127.0.0.1:9/x", "Connection refused");
  }

  private static void expect(Reason reason, String source, String message) {
    assertThatExceptionOfType(VideoException.class)
        .isThrownBy(() -> VideoSource.open(source))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void withoutFfmpegTheMessageSaysHowToGetIt() throws Exception {
    Path clip = Files.writeString(folder.resolve("any.mp4"), "");
    assertThatExceptionOfType(VideoException.class)
        .isThrownBy(() -> fast(clip).ffmpeg(folder.resolve("no-ffmpeg")).open())
        .withMessageContaining("sudo apt install ffmpeg")
        .withMessageContaining("bpu4j.ffmpeg")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_FFMPEG));
  }
}
