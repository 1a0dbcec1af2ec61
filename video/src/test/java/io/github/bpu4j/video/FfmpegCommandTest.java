// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.FfmpegCommand.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line for each kind of source and platform, word by word. */
class FfmpegCommandTest {
  private static final String START = "ffmpeg -nostdin -hide_banner -nostats -loglevel warning ";
  private static final String EVEN = "scale=w=trunc(iw/2)*2:h=trunc(ih/2)*2:out_range=tv";
  private static final String MAP = " -map 0:v:0 -an -sn -dn -vf ";
  private static final String END = " -pix_fmt yuv420p -strict -1 -f yuv4mpegpipe pipe:1";

  private static VideoOptions options(int width, int height, int rate, String format) {
    return new VideoOptions(
        width, height, rate, format, YuvRange.VIDEO, true, 8, true, Duration.ofSeconds(10));
  }

  private static String command(String source, Platform platform, VideoOptions options)
      throws VideoException {
    FfmpegProgram program = new FfmpegProgram("ffmpeg", true);
    return String.join(
        " ", new FfmpegCommand(program, VideoInput.of(source), options).words(platform));
  }

  @Test
  void aCameraIsAskedForFormatSizeAndRateInTheWordsOfItsPlatform() throws VideoException {
    VideoOptions wanted = options(1280, 720, 30, "mjpeg");
    String asked = " -video_size 1280x720 -framerate 30 -i ";
    String rest = MAP + EVEN + " -fps_mode passthrough" + END;
    assertThat(command("/dev/video2", Platform.LINUX, wanted))
        .isEqualTo(START + "-f v4l2 -input_format mjpeg" + asked + "/dev/video2" + rest);
    assertThat(command("camera:0", Platform.MACOS, wanted))
        .isEqualTo(START + "-f avfoundation -vcodec mjpeg" + asked + "0" + rest);
    assertThat(command("camera:USB Camera", Platform.WINDOWS, wanted))
        .isEqualTo(START + "-f dshow -vcodec mjpeg" + asked + "video=USB Camera" + rest);
  }

  @Test
  void anUnaskedCameraChoosesItself() throws VideoException {
    assertThat(command("/dev/video0", Platform.LINUX, options(0, 0, 0, "")))
        .startsWith(START + "-f v4l2 -i /dev/video0 -map");
  }

  @Test
  void aNameOfLinuxIsRefusedElsewhere() {
    assertThatExceptionOfType(VideoException.class)
        .isThrownBy(() -> command("/dev/video0", Platform.WINDOWS, options(0, 0, 0, "")))
        .withMessage("/dev/video0 is a name of Linux; here a camera is called camera:NAME");
  }

  @Test
  void networkStreamsAreNotBufferedAndScaled() throws VideoException {
    assertThat(command("rtsp://cam/1", Platform.LINUX, options(640, 360, 10, "")))
        .isEqualTo(
            START
                + "-fflags nobuffer -rtsp_transport tcp -i rtsp://cam/1"
                + MAP
                + "fps=10,scale=w=640:h=360:flags=bilinear:out_range=tv -fps_mode passthrough"
                + END);
    assertThat(command("HTTP://cam/1", Platform.LINUX, options(0, 0, 0, "")))
        .startsWith(START + "-fflags nobuffer -i HTTP://cam/1 ");
  }

  @Test
  void aFileIsReadInRealTimeOrAsFastAsPossibleWithItsOwnTimes() throws VideoException {
    VideoOptions real = options(0, 0, 0, "");
    assertThat(command("-i.mp4", Platform.LINUX, real))
        .isEqualTo(START + "-re -i file:-i.mp4" + MAP + EVEN + END);
    VideoOptions fast =
        new VideoOptions(0, 0, 0, "", YuvRange.FULL, false, 8, true, Duration.ofSeconds(10));
    assertThat(command("a.mp4", Platform.LINUX, fast))
        .isEqualTo(START + "-i file:a.mp4" + MAP + EVEN.replace("=tv", "=pc") + END);
  }

  @Test
  void versionsBefore51CallTheFrameModeVsync() throws VideoException {
    FfmpegProgram old = new FfmpegProgram("/opt/ffmpeg", false);
    List<String> words =
        new FfmpegCommand(old, VideoInput.of("rtsp://cam"), options(0, 0, 0, ""))
            .words(Platform.LINUX);
    assertThat(words).startsWith("/opt/ffmpeg").contains("-vsync").doesNotContain("-fps_mode");
  }

  @ParameterizedTest
  @CsvSource({
    "ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright, false",
    "ffmpeg version 5.0 Copyright, false",
    "ffmpeg version 5.1.9-0+deb12u1 Copyright, true",
    "ffmpeg version n7.1 Copyright, true",
    "ffmpeg version N-118 Copyright, true"
  })
  void theVersionTells(String text, boolean hasFpsMode) {
    assertThat(FfmpegProgram.hasFpsMode(text)).isEqualTo(hasFpsMode);
  }

  @Test
  void thePropertyPrecedesTheVariable() {
    assertThat(FfmpegProgram.configured(name -> "a", name -> "b")).isEqualTo("a");
    assertThat(FfmpegProgram.configured(name -> "", name -> "b")).isEqualTo("b");
    assertThat(FfmpegProgram.configured(name -> null, name -> null)).isEqualTo("ffmpeg");
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/video0, DEVICE", "camera:0, DEVICE", "rtsp://u:p@h/s, RTSP", "RTSPS://h, RTSP",
    "https://h/a.ts, NETWORK", "udp://239.0.0.1:1234, NETWORK", "clip.mp4, FILE", "a:b, FILE"
  })
  void sourcesAreToldApart(String source, VideoInput.Kind kind) {
    assertThat(VideoInput.of(source).kind()).isEqualTo(kind);
  }

  @Test
  void passwordsAreNotShownAndEmptySourcesRefused() {
    assertThat(VideoInput.of("rtsp://me:secret@cam:554/1")).hasToString("rtsp://***@cam:554/1");
    assertThatIllegalArgumentException().isThrownBy(() -> VideoInput.of(" "));
  }
}
