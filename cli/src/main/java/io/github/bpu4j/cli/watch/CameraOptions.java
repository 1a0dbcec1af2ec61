// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawFrames;
import io.github.bpu4j.video.VideoEvents;
import io.github.bpu4j.video.VideoSource;
import io.github.bpu4j.video.VideoSourceBuilder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say how a source is opened. */
final class CameraOptions {
  private static final List<String> OF_FFMPEG =
      List.of("--size", "--fps", "--camera-format", "--no-reconnect");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size to ask a camera for, or to scale other sources to (the source's).")
  private @Nullable Size size;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Frames per second to ask a camera for, or to make of others (the source's).")
  private @Nullable Integer framesPerSecond;

  @Option(
      names = "--camera-format",
      paramLabel = "NAME",
      description = "How a camera sends frames, such as mjpeg or yuyv422 (the driver's choice).")
  private @Nullable String cameraFormat;

  @Option(
      names = "--source-range",
      paramLabel = "RANGE",
      description = "Value range of the frames: VIDEO or FULL (${DEFAULT-VALUE}).")
  private YuvRange range = YuvRange.VIDEO;

  @Option(
      names = "--raw",
      paramLabel = "FORMAT:WxH[:STRIDE]",
      converter = RawText.Converter.class,
      description = {
        "SOURCE holds raw frames, one after the other; it is - for standard input or a file.",
        "FORMAT: nv12, i420 or yuyv. STRIDE: bytes from row to row, if rows are padded."
      })
  private @Nullable RawText raw;

  @Option(
      names = "--no-reconnect",
      description = "End when a camera or stream is lost, instead of opening it again.")
  private boolean noReconnect;

  /** Opens a source whose options are all checked. */
  @FunctionalInterface
  interface Opening {
    /** Opens it. */
    FrameSource open() throws IOException;
  }

  /**
   * Checks the options and prepares to open a source.
   *
   * @param buffers how many frames can be in use at the same time
   */
  Opening opening(String source, int buffers, VideoEvents events) {
    if (raw != null) {
      return raw(raw, source, buffers);
    }
    if (source.equals("-")) {
      throw usage("- is standard input, whose frames have no header; say with --raw what they are");
    }
    try {
      VideoSourceBuilder builder = VideoSource.builder(source).buffers(buffers).events(events);
      builder.range(range).reconnect(!noReconnect);
      if (size != null) {
        builder.size(size.width(), size.height());
      }
      if (framesPerSecond != null) {
        builder.frameRate(framesPerSecond);
      }
      if (cameraFormat != null) {
        builder.cameraFormat(cameraFormat);
      }
      return () -> FrameSource.of(builder.open());
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e));
    }
  }

  private Opening raw(RawText form, String source, int buffers) {
    for (String option : OF_FFMPEG) {
      if (given(option)) {
        throw usage(option + " does not apply to raw frames, which are taken as they come");
      }
    }
    try {
      var layout = form.layout(range);
      return () -> {
        boolean standardInput = source.equals("-");
        InputStream in = standardInput ? keptOpen(System.in) : file(source);
        return FrameSource.of(
            new RawFrames(in, layout, buffers),
            standardInput ? Text.of("watch.standard-input", "standard input") : source);
      };
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e));
    }
  }

  private static InputStream file(String source) throws IOException {
    return Files.newInputStream(PathCheck.file(Path.of(source), "a file of raw frames"));
  }

  /** Standard input is not closed, because that would wait for a read in another thread. */
  private static InputStream keptOpen(InputStream standardInput) {
    return new FilterInputStream(standardInput) {
      @Override
      public void close() {}
    };
  }

  private boolean given(String option) {
    return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
