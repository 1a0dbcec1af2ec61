// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.video.RawFrames;
import io.github.bpu4j.video.RawLayout;
import io.github.bpu4j.video.VideoFrame;
import io.github.bpu4j.video.VideoInfo;
import io.github.bpu4j.video.VideoSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the frames come from. */
interface FrameSource extends AutoCloseable {
  /** Waits for the next frame; null at the end or once closed. */
  @Nullable VideoFrame next() throws IOException;

  /** What it delivers, in words. */
  Text description();

  /** Ends it, from any thread. */
  @Override
  void close() throws IOException;

  /** Frames that {@code ffmpeg} decodes. */
  static FrameSource of(VideoSource source) {
    return new FrameSource() {
      @Override
      public @Nullable VideoFrame next() throws IOException {
        return source.next();
      }

      @Override
      public Text description() {
        return inWords(source.info());
      }

      @Override
      public void close() {
        source.close();
      }
    };
  }

  /**
   * Frames on a pipe or in a file.
   *
   * @param name of the file, or a {@link Text} for a pipe
   */
  static FrameSource of(RawFrames source, Object name) {
    return new FrameSource() {
      @Override
      public @Nullable VideoFrame next() throws IOException {
        return source.next();
      }

      @Override
      public Text description() {
        RawLayout layout = source.layout();
        return Text.of(
            "watch.raw-source",
            "%s, raw %s, %dx%d",
            name,
            layout.format(),
            layout.width(),
            layout.height());
      }

      @Override
      public void close() throws IOException {
        source.close();
      }
    };
  }

  /** The name, the size and the rate of a source, such as {@code clip.mp4, 1920x1080, 30 fps}. */
  static Text inWords(VideoInfo info) {
    return Text.of(
        "watch.source",
        "%s, %dx%d, %.4g fps",
        info.source(),
        info.layout().width(),
        info.layout().height(),
        info.framesPerSecond());
  }
}
