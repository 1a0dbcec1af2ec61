// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.stream.SampledRows;
import io.github.bpu4j.preprocess.stream.Sampling;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of a producer become the bytes that the same picture in memory becomes. */
final class RowsToNv12Test {
  private static final long SEED = 20_261_124;
  private static final int[][] TARGETS = {{48, 32}, {34, 46}, {10, 6}};
  private static final int PITCH = 64;
  private static final List<ChannelOrder> ORDERS = List.of(ChannelOrder.values());
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A placement and its scalings, in bytes. */
  private static final int LARGEST_ALLOCATION = 256;

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void equalsThePictureInMemory(Interpolation interpolation) throws ImageDecodeException {
    Random random = new Random(SEED);
    for (Fit fit : Fit.values()) {
      for (ChromaSiting chroma : ChromaSiting.values()) {
        Preprocessing settings = new Preprocessing(fit, interpolation, YuvRange.VIDEO, chroma);
        for (int[] size : TARGETS) {
          RowsToNv12 rows = new RowsToNv12(settings, size[0], size[1]);
          for (Orientation orientation : Orientation.values()) {
            for (int i = 0; i < 6 && rows.supports(orientation); i++) {
              check(noise(random, i), orientation, settings, rows, size[0], size[1]);
            }
          }
        }
      }
    }
  }

  /** Sides of 25 to 100, so that no side of a letterbox is 0. */
  private static PackedPixels noise(Random random, int i) {
    int width = 25 + random.nextInt(76);
    int height = 25 + random.nextInt(76);
    ChannelOrder order = ORDERS.get(i % ORDERS.size());
    byte[] bytes = new byte[width * height * order.channels()];
    random.nextBytes(bytes);
    return PackedPixels.of(
        ByteBuffer.wrap(bytes), order, order.channels(), width, height, width * order.channels());
  }

  private static void check(
      PackedPixels stored,
      Orientation orientation,
      Preprocessing settings,
      RowsToNv12 rows,
      int width,
      int height)
      throws ImageDecodeException {
    Nv12Buffer expected = Nv12Buffer.allocate(width, height);
    new RgbToNv12(settings, width, height).convert(stored.turn(orientation), expected);
    ByteBuffer memory = ByteBuffer.allocateDirect(PITCH * height * 3 / 2);
    Nv12Buffer actual = new Nv12Buffer(memory, width, height, PITCH);
    for (int repeat = 0; repeat < 2; repeat++) {
      Sampling sampling = rows.plan(stored.width(), stored.height(), orientation, stored.order());
      rows.convert(new Producer(stored, sampling), actual);
      for (int y = 0; y < height * 3 / 2; y++) {
        assertThat(memory.slice(y * PITCH, width))
            .as("%s, %dx%d stored as %s, row %d", settings, width, height, orientation, y)
            .isEqualTo(expected.bytes().slice(y * width, width));
      }
    }
  }

  /** Serves pixels of memory and holds the requests to the contract. */
  private static final class Producer implements SampledRows {
    private final PackedPixels stored;
    private final Sampling sampling;
    private int last = -1;

    Producer(PackedPixels stored, Sampling sampling) {
      this.stored = stored;
      this.sampling = sampling;
    }

    @Override
    public void row(int y, int[][] out) {
      assertThat(y).as("rows rise, each is requested once").isGreaterThan(last);
      assertThat(sampling.rows()[y]).as("row %d was announced", y).isTrue();
      last = y;
      for (int c = 0; c < stored.order().channels(); c++) {
        for (int i = 0; i < sampling.columnCount(); i++) {
          int index = stored.plane().index(sampling.columns()[i], y);
          out[c][i] = stored.plane().bytes().get(index + c) & 0xFF;
        }
      }
    }
  }

  @Test
  void linearReadsTwoRowsOfALargePictureForEachOfTheTarget() {
    RowsToNv12 rows = new RowsToNv12(Preprocessing.vendorSample(), 16, 8);
    Sampling sampling = rows.plan(1600, 1000, Orientation.MIRRORED, ChannelOrder.RGB);
    int needed = 0;
    for (int y = 0; y < 1000; y++) {
      needed += sampling.rows()[y] ? 1 : 0;
    }
    assertThat(needed).isEqualTo(2 * 8);
    assertThat(sampling.columnCount()).isEqualTo(2 * 16);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void aFailureIsThrownAsItIsAndTheNextPictureIsRight(Interpolation interpolation)
      throws ImageDecodeException {
    Preprocessing settings = Preprocessing.vendorSample().withInterpolation(interpolation);
    RowsToNv12 rows = new RowsToNv12(settings, 16, 16);
    PackedPixels picture = noise(new Random(SEED), 1);
    ImageDecodeException damage = new ImageDecodeException("damaged");
    Sampling sampling =
        rows.plan(picture.width(), picture.height(), Orientation.UPRIGHT, picture.order());
    Producer producer = new Producer(picture, sampling);
    SampledRows failing =
        (y, out) -> {
          if (y > 12) {
            throw damage;
          }
          producer.row(y, out);
        };
    assertThatThrownBy(() -> rows.convert(failing, Nv12Buffer.allocate(16, 16))).isSameAs(damage);
    check(picture, Orientation.UPRIGHT, settings, rows, 16, 16);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void allocatesOnlyThePlacementWhenSizesChange(Interpolation interpolation)
      throws ImageDecodeException {
    Preprocessing settings = Preprocessing.vendorSample().withInterpolation(interpolation);
    RowsToNv12 rows = new RowsToNv12(settings, 48, 32);
    Nv12Buffer target = Nv12Buffer.allocate(48, 32);
    SampledRows black = (y, out) -> {};
    int pictures = 400;
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < pictures; i++) {
        rows.plan(60 + i % 2, 90, Orientation.UPRIGHT, ChannelOrder.RGB);
        rows.convert(black, target);
      }
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(fewest / pictures).as("bytes of a picture").isLessThan(LARGEST_ALLOCATION);
  }

  @Test
  void wholePicturesAreRefusedByName() {
    RowsToNv12 rows =
        new RowsToNv12(Preprocessing.vendorSample().withInterpolation(Interpolation.AREA), 16, 16);
    assertThat(rows.supports(Orientation.MIRRORED)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.plan(64, 64, Orientation.CLOCKWISE_90, ChannelOrder.RGB))
        .withMessageContaining("AREA")
        .withMessageContaining("CLOCKWISE_90");
  }
}
