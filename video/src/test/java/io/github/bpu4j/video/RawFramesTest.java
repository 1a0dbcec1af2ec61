// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawLayout.Format;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Raw frames of every format and stride arrive as they were sent, in buffers that come back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RawFramesTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  /** A stream that gives fewer bytes than it is asked for, as a socket does. */
  private static InputStream dribbling(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 7));
      }
    };
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(7).nextBytes(bytes);
    return bytes;
  }

  /** What a model would read of a frame. */
  private static byte[] converted(ImageFrame frame) {
    Nv12Buffer nv12 = Nv12Buffer.allocate(WIDTH, HEIGHT);
    new Nv12Converter(Preprocessing.defaults().withRange(YuvRange.VIDEO), WIDTH, HEIGHT)
        .convert(frame, nv12);
    byte[] bytes = new byte[WIDTH * HEIGHT / 2 * 3];
    nv12.bytes().get(0, bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"NV12, 48", "NV12, 64", "I420, 48", "I420, 50", "YUYV, 96", "YUYV, 100"})
  void framesAreWhatWasSent(Format format, int stride) throws IOException {
    RawLayout layout = new RawLayout(format, WIDTH, HEIGHT, stride, YuvRange.VIDEO);
    int size = layout.frameBytes();
    byte[] sent = random(5 * size);
    try (RawFrames frames = new RawFrames(dribbling(sent), layout, 2)) {
      long last = -1;
      for (int i = 0; i < 5; i++) {
        VideoFrame frame = frames.next();
        byte[] expected =
            converted(
                layout.view(ByteBuffer.wrap(Arrays.copyOfRange(sent, i * size, (i + 1) * size))));
        assertThat(converted(frame.image())).isEqualTo(expected);
        assertThat(frame.timestampMicros()).isGreaterThan(last);
        last = frame.timestampMicros();
        frame.release();
      }
      assertThat(frames.next()).isNull();
    }
  }

  @Test
  void aPackedNv12FrameKeepsEveryByte() throws IOException {
    RawLayout layout = RawLayout.of(Format.NV12, WIDTH, HEIGHT, YuvRange.VIDEO);
    byte[] sent = random(layout.frameBytes());
    try (RawFrames frames = new RawFrames(new ByteArrayInputStream(sent), layout, 2)) {
      assertThat(converted(frames.next().image())).isEqualTo(sent);
    }
  }

  @Test
  void anEndWithinAFrameIsAnError() throws IOException {
    RawLayout layout = RawLayout.of(Format.YUYV, WIDTH, HEIGHT, YuvRange.FULL);
    byte[] cut = new byte[layout.frameBytes() + 10];
    try (RawFrames frames = new RawFrames(new ByteArrayInputStream(cut), layout, 2)) {
      frames.next().release();
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(frames::next)
          .withMessageContaining("ended after 10 of the 3072 bytes");
    }
  }

  @Test
  void aReaderWaitsUntilABufferIsReleased() throws Exception {
    RawLayout layout = RawLayout.of(Format.NV12, WIDTH, HEIGHT, YuvRange.VIDEO);
    InputStream sent = new ByteArrayInputStream(new byte[4 * layout.frameBytes()]);
    try (RawFrames frames = new RawFrames(sent, layout, 2)) {
      VideoFrame first = frames.next();
      frames.next();
      CompletableFuture<VideoFrame> third = CompletableFuture.supplyAsync(() -> next(frames));
      assertThat(third).isNotDone();
      first.release();
      assertThat(third.get()).isSameAs(first);
    }
  }

  @Test
  void closingWakesAReaderThatWaits() throws Exception {
    RawLayout layout = RawLayout.of(Format.NV12, WIDTH, HEIGHT, YuvRange.VIDEO);
    RawFrames frames =
        new RawFrames(new ByteArrayInputStream(new byte[4 * layout.frameBytes()]), layout, 2);
    frames.next();
    frames.next();
    CompletableFuture<VideoFrame> third = CompletableFuture.supplyAsync(() -> next(frames));
    frames.close();
    assertThat(third.get()).isNull();
  }

  private static VideoFrame next(RawFrames frames) {
    try {
      return frames.next();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void layoutsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RawLayout.of(Format.NV12, 47, 32, YuvRange.VIDEO))
        .withMessage("width 47, expected an even number in 2..16384");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RawLayout(Format.YUYV, 48, 32, 48, YuvRange.VIDEO))
        .withMessage("rowStride 48 of YUYV, 48 pixels wide: expected at least 96");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RawLayout(Format.I420, 48, 32, 49, YuvRange.VIDEO))
        .withMessageEndingWith("expected at least 48, even");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RawLayout.of(Format.NV12, 48, 32, YuvRange.AUTO))
        .withMessageStartingWith("range AUTO");
  }
}
