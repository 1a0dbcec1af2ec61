// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.video.VideoException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ffmpeg says becomes one line with a reason and a remedy. */
class VideoErrorsTest {
  /** Lines of ffmpeg 5.1, and of v4l2 as its sources have them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dev/video0 | [video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_STREAMON): Device or resource busy"
            + " | BUSY | fuser -v /dev/video0",
        "/dev/video0 | [video4linux2,v4l2 @ 0x55] Cannot open video device /dev/video0: Permission"
            + " denied | NO_PERMISSION | usermod -aG video",
        "/dev/video0 | /dev/video0: No such device | NOT_FOUND | plugged in",
        "/dev/null | [video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_QUERYCAP): Inappropriate ioctl for"
            + " device | CODEC | not a camera",
        "rtsp://h:9/x | rtsp://h:9/x: Connection refused | NO_ANSWER | host, port",
        "rtsp://h/x | [tcp @ 0x55] Failed to resolve hostname h: Name or service not known |"
            + " NOT_FOUND | host's name",
        "rtsp://h/x | [rtsp @ 0x55] method DESCRIBE failed: 401 Unauthorized | NO_PERMISSION |"
            + " user:password@",
        "a.wav | Output file #0 does not contain any stream | CODEC | no video",
        "a.mp4 | a.mp4: Invalid data found when processing input | CODEC | not a video, damaged",
      })
  void signsAreKnown(String source, String line, Reason reason, String remedy) {
    VideoException failure =
        VideoErrors.ended(VideoInput.of(source), List.of("Input #0", line), 1, 0);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure)
        .hasMessageStartingWith(source + ": ")
        .hasMessageContaining(remedy)
        .hasMessageNotContainingAny("0x55", "\n");
  }

  @Test
  void aKilledProcessAndAnUnknownFailureAreTold() {
    VideoInput input = VideoInput.of("a.mp4");
    VideoException killed = VideoErrors.ended(input, List.of(), 137, 40);
    assertThat(killed.reason()).isEqualTo(Reason.INTERRUPTED);
    assertThat(killed)
        .hasMessageStartingWith("a.mp4: ffmpeg was killed by signal 9 after 40 frames");
    VideoException damaged =
        VideoErrors.ended(input, List.of("Invalid data found when processing input"), 183, 0);
    assertThat(damaged.reason()).as("ffmpeg 6 ends with its own codes").isEqualTo(Reason.CODEC);
    VideoException unknown = VideoErrors.ended(input, List.of("[x @ 0x1] what?"), 1, 0);
    assertThat(unknown.reason()).isEqualTo(Reason.OTHER);
    assertThat(unknown).hasMessageContaining("code 1 after 0 frames: what?; run it by hand");
  }
}
