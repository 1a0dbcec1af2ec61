// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The options of a {@link VideoSource}; every one has a default. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class VideoSourceBuilder {
  private static final VideoEvents NOBODY = new VideoEvents() {};

  private final VideoInput input;
  private String ffmpeg = FfmpegProgram.configured(System::getProperty, System::getenv);
  private VideoEvents events = NOBODY;
  private int width;
  private int height;
  private int framesPerSecond;
  private String cameraFormat = "";
  private YuvRange range = YuvRange.VIDEO;
  private boolean realTime = true;
  private int buffers = 8;
  private boolean reconnect = true;
  private Duration silence = Duration.ofSeconds(10);

  VideoSourceBuilder(VideoInput input) {
    this.input = input;
  }

  /**
   * Sets the size: a camera is asked for it, and may give another; other sources are scaled,
   * bilinear. Default: as the source has it, odd sides cut to even ones.
   *
   * @param pixelsWide even, 2..16384
   * @param pixelsHigh even, 2..16384
   */
  public VideoSourceBuilder size(int pixelsWide, int pixelsHigh) {
    // The layout checks the sides.
    RawLayout.of(RawLayout.Format.I420, pixelsWide, pixelsHigh, YuvRange.VIDEO);
    width = pixelsWide;
    height = pixelsHigh;
    return this;
  }

  /**
   * Sets the frames per second, 1..1000: a camera is asked for them; of other sources frames are
   * dropped or repeated. Default: as the source has it.
   */
  public VideoSourceBuilder frameRate(int perSecond) {
    if (perSecond < 1 || perSecond > 1000) {
      throw new IllegalArgumentException("frameRate " + perSecond + ", expected 1..1000");
    }
    framesPerSecond = perSecond;
    return this;
  }

  /**
   * Sets in which format a camera sends, in the words of its driver, such as {@code mjpeg} or
   * {@code yuyv422}; most cameras reach 1080p at 30 frames per second only with {@code mjpeg}.
   * Default: the driver's choice.
   */
  public VideoSourceBuilder cameraFormat(String name) {
    if (!name.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException(
          "cameraFormat '" + name + "', expected a name such as mjpeg or yuyv422");
    }
    cameraFormat = name;
    return this;
  }

  /** Sets the range of the frames' values, FULL or VIDEO; default VIDEO, as most models expect. */
  public VideoSourceBuilder range(YuvRange wanted) {
    if (wanted == YuvRange.AUTO) {
      throw new IllegalArgumentException("range AUTO, expected FULL or VIDEO");
    }
    range = Objects.requireNonNull(wanted, "wanted");
    return this;
  }

  /**
   * Sets whether a file is read at the speed of its frame rate or as fast as it can; default true.
   */
  public VideoSourceBuilder realTime(boolean wanted) {
    realTime = wanted;
    return this;
  }

  /** Sets how many frames can be in use at the same time, 2..64; default 8. */
  public VideoSourceBuilder buffers(int count) {
    if (count < 2 || count > 64) {
      throw new IllegalArgumentException("buffers " + count + ", expected 2..64");
    }
    buffers = count;
    return this;
  }

  /** Sets whether a live source that is lost is opened again; default true. */
  public VideoSourceBuilder reconnect(boolean wanted) {
    reconnect = wanted;
    return this;
  }

  /** Sets after how long without a frame a live source counts as lost; default 10 s. */
  public VideoSourceBuilder silence(Duration longest) {
    if (longest.toMillis() < 1) {
      throw new IllegalArgumentException("silence " + longest + ", expected at least 1 ms");
    }
    silence = longest;
    return this;
  }

  /** Sets who is told when a live source is lost and found; default nobody. */
  public VideoSourceBuilder events(VideoEvents listener) {
    events = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets the {@code ffmpeg} to run; default {@code bpu4j.ffmpeg}, else {@code BPU4J_FFMPEG}, else
   * the one on the {@code PATH}.
   */
  public VideoSourceBuilder ffmpeg(Path program) {
    ffmpeg = program.toString();
    return this;
  }

  /**
   * Opens the source and waits until the size of its frames is known.
   *
   * @throws VideoException if it gives no frame; the message says why and what to do
   */
  public VideoSource open() throws VideoException {
    input.requireThere();
    VideoOptions options =
        new VideoOptions(
            width,
            height,
            framesPerSecond,
            cameraFormat,
            range,
            realTime,
            buffers,
            reconnect,
            silence);
    return new VideoSource(new VideoConnector(input, options, FfmpegProgram.ask(ffmpeg)), events);
  }
}
