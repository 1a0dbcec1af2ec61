// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A converter can be reused, writes only its pixels, allocates nothing and refuses bad arguments.
 */
final class Nv12ConverterTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ImageFrame PICTURE = Formulas.picture("noise:97x65:3");
  private static final ImageFrame CAMERA = CameraFrames.noise(96, 64).nv12(ByteBuffer::wrap, 96);

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void reuseForOtherFramesChangesNothing(Interpolation interpolation) {
    for (Fit fit : Fit.values()) {
      Preprocessing settings =
          Preprocessing.vendorSample().withInterpolation(interpolation).withFit(fit);
      Nv12Converter reused = new Nv12Converter(settings, 48, 32);
      ImageFrame[] frames = {
        PICTURE,
        CAMERA,
        Formulas.picture("noise:480x320:5"),
        PICTURE.rotate(Rotation.CLOCKWISE_90),
        PICTURE,
        Formulas.picture("noise:20x30:6"),
        CAMERA
      };
      for (ImageFrame frame : frames) {
        Nv12Buffer expected = Nv12Buffer.allocate(48, 32);
        new Nv12Converter(settings, 48, 32).convert(frame, expected);
        Nv12Buffer actual = Nv12Buffer.allocate(48, 32);
        reused.convert(frame, actual);
        assertThat(actual.bytes()).as("%s of %s", fit, frame).isEqualTo(expected.bytes());
      }
    }
  }

  @Test
  void padsBetweenRowsAreLeftAlone() {
    Nv12Buffer tight = Nv12Buffer.allocate(48, 32);
    ByteBuffer memory = ByteBuffer.allocateDirect(64 * 48);
    for (int i = 0; i < memory.limit(); i++) {
      memory.put(i, (byte) 0x5A);
    }
    Nv12Buffer padded = new Nv12Buffer(memory, 48, 32, 64);
    Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 48, 32);
    converter.convert(PICTURE, tight);
    converter.convert(PICTURE, padded);
    for (int y = 0; y < 48; y++) {
      byte[] row = new byte[64];
      memory.get(y * 64, row);
      byte[] expected = new byte[64];
      Arrays.fill(expected, (byte) 0x5A);
      tight.bytes().get(y * 48, expected, 0, 48);
      assertThat(row).as("row %d", y).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void allocatesNothingForFramesOfOneSize(Interpolation interpolation) {
    Nv12Converter converter =
        new Nv12Converter(Preprocessing.vendorSample().withInterpolation(interpolation), 48, 32);
    Nv12Buffer target = Nv12Buffer.allocate(48, 32);
    for (ImageFrame frame : new ImageFrame[] {PICTURE, CAMERA}) {
      for (int i = 0; i < 2000; i++) {
        converter.convert(frame, target);
      }
      long fewest = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
          converter.convert(frame, target);
        }
        fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(fewest).as("bytes of 100 calls; one round may link code").isZero();
    }
  }

  @Test
  void wrongArgumentsSayWhatWasGot() {
    Preprocessing video = Preprocessing.vendorSample();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nv12Converter(Preprocessing.defaults(), 224, 224))
        .withMessageContaining("AUTO");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nv12Converter(video, 225, 224))
        .withMessageContaining("225x224");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Nv12Converter(video, 48, 32).convert(PICTURE, Nv12Buffer.allocate(32, 48)))
        .withMessageContaining("32x48");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Nv12Converter(video.withFit(Fit.LETTERBOX), 32, 32)
                    .convert(Formulas.picture("noise:1000x2:1"), Nv12Buffer.allocate(32, 32)))
        .withMessageContaining("1000x2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nv12Buffer(ByteBuffer.allocate(100), 48, 32, 48))
        .withMessageContaining("2304");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nv12Buffer(ByteBuffer.allocate(9999), 48, 32, 40))
        .withMessageContaining("40");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFrame.rgb(ByteBuffer.allocate(100), 10, 10, 30))
        .withMessageContaining("300");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFrame.rgb(ByteBuffer.allocate(900), 10, 10, 29))
        .withMessageContaining("29");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFrame.nv12(ByteBuffer.allocate(96), 8, 8, 8, YuvRange.AUTO))
        .withMessageContaining("AUTO");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFrame.nv12(ByteBuffer.allocate(90), 8, 8, 8, YuvRange.FULL))
        .withMessageContaining("U, V of NV12");
  }

  @Test
  void aCropOfTheTargetsSizeIsCopiedByteForByte() {
    byte[] camera = Formulas.noise(72 * 48 * 3 / 2, 4);
    ImageFrame crop =
        ImageFrame.nv12(ByteBuffer.wrap(camera), 64, 48, 72, YuvRange.VIDEO)
            .crop(new Region(8, 4, 48, 32));
    Nv12Buffer target = new Nv12Buffer(ByteBuffer.allocateDirect(64 * 48), 48, 32, 64);
    new Nv12Converter(Preprocessing.vendorSample(), 48, 32).convert(crop, target);
    for (int row = 0; row < 32; row++) {
      for (int x = 0; x < 48; x++) {
        assertThat(target.bytes().get(row * 64 + x)).isEqualTo(camera[(row + 4) * 72 + 8 + x]);
        int chromaRow = 48 + 2 + row / 2;
        assertThat(target.bytes().get((32 + row / 2) * 64 + x))
            .isEqualTo(camera[chromaRow * 72 + 8 + x]);
      }
    }
  }

  @Test
  void aGaplessFrameOfTheTargetsSizeIsCopiedByteForByte() {
    byte[] camera = Formulas.noise(48 * 32 * 3 / 2, 5);
    Nv12Buffer target = new Nv12Buffer(ByteBuffer.allocateDirect(camera.length), 48, 32, 48);
    new Nv12Converter(Preprocessing.vendorSample(), 48, 32)
        .convert(ImageFrame.nv12(ByteBuffer.wrap(camera), 48, 32, 48, YuvRange.VIDEO), target);
    byte[] copied = new byte[camera.length];
    target.bytes().get(0, copied);
    assertThat(copied).isEqualTo(camera);
  }

  @Test
  void framesStartAtTheBuffersPosition() {
    byte[] bytes = Formulas.noise(7 + 30 * 20 * 3, 9);
    ByteBuffer later = ByteBuffer.wrap(bytes).position(7);
    ImageFrame frame = ImageFrame.rgb(later, 30, 20, 90);
    ImageFrame moved =
        ImageFrame.rgb(ByteBuffer.wrap(Arrays.copyOfRange(bytes, 7, bytes.length)), 30, 20, 90);
    Nv12Buffer one = Nv12Buffer.allocate(16, 16);
    Nv12Buffer other = Nv12Buffer.allocate(16, 16);
    Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 16, 16);
    converter.convert(frame, one);
    converter.convert(moved, other);
    assertThat(one.bytes()).isEqualTo(other.bytes());
    assertThat(later.position()).isEqualTo(7);
  }
}
