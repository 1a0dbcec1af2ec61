// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.VideoException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command line that makes a source a stream of YUV4MPEG2: a line with size and rate, then I420
 * frames.
 *
 * <p>The range is always asked for, because {@code ffmpeg} converts a full-range source such as
 * MJPEG to the video range unless told otherwise, and leaves it open for others.
 */
record FfmpegCommand(FfmpegProgram program, VideoInput input, VideoOptions options) {
  /** Systems with different names for cameras. */
  enum Platform {
    LINUX("v4l2", "", "camera:/dev/video0"),
    MACOS("avfoundation", "", "camera:0"),
    WINDOWS("dshow", "video=", "camera:NAME");

    private final String format;
    private final String prefix;
    private final String example;

    Platform(String format, String prefix, String example) {
      this.format = format;
      this.prefix = prefix;
      this.example = example;
    }

    static Platform of(String osName) {
      String name = osName.toLowerCase(Locale.ROOT);
      if (name.contains("windows")) {
        return WINDOWS;
      }
      return name.contains("mac") ? MACOS : LINUX;
    }
  }

  List<String> words(Platform platform) throws VideoException {
    List<String> words =
        new ArrayList<>(
            List.of(
                program.path(), "-nostdin", "-hide_banner", "-nostats", "-loglevel", "warning"));
    addInput(words, platform);
    words.addAll(List.of("-map", "0:v:0", "-an", "-sn", "-dn", "-vf", filter()));
    if (input.isLive()) {
      words.addAll(List.of(program.hasFpsMode() ? "-fps_mode" : "-vsync", "passthrough"));
    }
    words.addAll(List.of("-pix_fmt", "yuv420p", "-strict", "-1", "-f", "yuv4mpegpipe", "pipe:1"));
    return words;
  }

  private void addInput(List<String> words, Platform platform) throws VideoException {
    switch (input.kind()) {
      case DEVICE -> addCamera(words, platform);
      case RTSP -> words.addAll(List.of("-fflags", "nobuffer", "-rtsp_transport", "tcp"));
      case NETWORK -> words.addAll(List.of("-fflags", "nobuffer"));
      case FILE -> {
        if (options.realTime()) {
          words.add("-re");
        }
      }
    }
    words.add("-i");
    words.add(address(platform));
  }

  private void addCamera(List<String> words, Platform platform) throws VideoException {
    if (platform != Platform.LINUX && input.address().startsWith("/dev/")) {
      throw new VideoException(
          Reason.NOT_FOUND,
          input + " is a name of Linux; here a camera is called " + platform.example);
    }
    words.addAll(List.of("-f", platform.format));
    if (!options.cameraFormat().isEmpty()) {
      words.addAll(
          List.of(
              platform == Platform.LINUX ? "-input_format" : "-vcodec", options.cameraFormat()));
    }
    if (options.width() > 0) {
      words.addAll(List.of("-video_size", options.width() + "x" + options.height()));
    }
    if (options.framesPerSecond() > 0) {
      words.addAll(List.of("-framerate", Integer.toString(options.framesPerSecond())));
    }
  }

  /** A file's name must not be read as a protocol or an option. */
  private String address(Platform platform) {
    return switch (input.kind()) {
      case DEVICE -> platform.prefix + input.address();
      case RTSP, NETWORK -> input.address();
      case FILE -> "file:" + input.address();
    };
  }

  private String filter() {
    String range = "out_range=" + (options.range() == YuvRange.FULL ? "pc" : "tv");
    boolean camera = input.kind() == VideoInput.Kind.DEVICE;
    String rate =
        options.framesPerSecond() > 0 && !camera ? "fps=" + options.framesPerSecond() + "," : "";
    String size =
        options.width() > 0 && !camera
            ? "w=%d:h=%d:flags=bilinear".formatted(options.width(), options.height())
            : "w=trunc(iw/2)*2:h=trunc(ih/2)*2";
    return rate + "scale=" + size + ":" + range;
  }
}
