// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.time.Duration;

/** Opens a source, again and again if need be. */
record VideoConnector(VideoInput input, VideoOptions options, FfmpegProgram program) {
  /**
   * Starts {@code ffmpeg} and waits until it knows the size of the frames.
   *
   * @throws VideoException if there is no such source, or it cannot be read
   */
  FfmpegFrames connect() throws VideoException {
    input.requireThere();
    FfmpegCommand command = new FfmpegCommand(program, input, options);
    FfmpegCommand.Platform platform =
        FfmpegCommand.Platform.of(System.getProperty("os.name", "Linux"));
    return FfmpegFrames.start(
        input,
        command.words(platform),
        options.range(),
        input.isLive() ? options.silence() : Duration.ZERO);
  }
}
