// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawFrames.FrameReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of one run of {@code ffmpeg}, from its first line to its end. */
final class FfmpegFrames {
  private final VideoInput input;
  private final FfmpegRun run;
  private final Y4mHeader header;
  private final RawLayout layout;
  private final FrameReader reader = new FrameReader();
  private long frames;

  private FfmpegFrames(VideoInput input, FfmpegRun run, Y4mHeader header, YuvRange range) {
    this.input = input;
    this.run = run;
    this.header = header;
    this.layout = header.layout(range);
  }

  /**
   * Starts a command and waits for the size of its frames.
   *
   * @throws VideoException if it ends before, or says nothing for too long
   */
  static FfmpegFrames start(
      VideoInput input, List<String> command, YuvRange range, Duration silence)
      throws VideoException {
    FfmpegRun run = FfmpegRun.start(command, silence);
    try {
      Y4mHeader header = Y4mHeader.read(run.output());
      if (header != null) {
        return new FfmpegFrames(input, run, header, range);
      }
    } catch (IOException | IllegalArgumentException e) {
      run.end();
      throw new VideoException(
          VideoException.Reason.OTHER, input + ": ffmpeg's output is not understood: " + e, e);
    }
    throw failure(input, run, 0);
  }

  RawLayout layout() {
    return layout;
  }

  double framesPerSecond() {
    return header.framesPerSecond();
  }

  /** Fills a frame; false at the end of the output, also if it ends within a frame. */
  boolean read(VideoFrame into) {
    run.expect(true);
    try {
      if (Y4mHeader.readFrameLine(run.output()) && reader.read(run.output(), into.bytes())) {
        frames++;
        return true;
      }
      return false;
    } catch (IOException e) {
      return false; // the process has ended, or was ended: its exit code and stderr say why
    } finally {
      run.expect(false);
    }
  }

  /** The time of the last frame, for a file. */
  long mediaMicros() {
    return header.micros(frames - 1);
  }

  /** Says why the output ended; null if the source did. */
  @Nullable VideoException failure() {
    if (!run.wasSilent() && run.exitCode() == 0 && frames > 0) {
      return null;
    }
    return failure(input, run, frames);
  }

  void end() {
    run.end();
  }

  private static VideoException failure(VideoInput input, FfmpegRun run, long frames) {
    int exit = run.exitCode();
    return run.wasSilent()
        ? VideoErrors.silent(input, run.silence().toSeconds())
        : VideoErrors.ended(input, run.lines(), exit, frames);
  }
}
