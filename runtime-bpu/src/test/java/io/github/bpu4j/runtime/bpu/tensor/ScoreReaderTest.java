// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.Quantization.Kind;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreReaderTest {
  private static final String MODEL = "model m of f.bin";
  private static final List<Integer> VALID = List.of(1, 4, 1, 1);
  private static final List<Integer> NO_STRIDE = List.of(0, 0, 0, 0);

  private final ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

  @Test
  void readsDenseFloats() {
    for (int i = 0; i < 4; i++) {
      bytes.putFloat(4 * i, i - 0.5f);
    }
    assertThat(read(tensor(TensorType.F32, VALID, NO_STRIDE, Quantization.none())))
        .containsExactly(-0.5f, 0.5f, 1.5f, 2.5f);
  }

  @Test
  void stepsByTheStatedStride() {
    for (int i = 0; i < 4; i++) {
      bytes.putFloat(16 * i, i + 1);
    }
    assertThat(read(tensor(TensorType.F32, VALID, List.of(64, 16, 4, 4), Quantization.none())))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void stepsByTheAlignedShapeWhenNoStrideIsStated() {
    for (int i = 0; i < 4; i++) {
      bytes.putShort(2 * 8 * i, (short) (i - 2));
    }
    TensorInfo padded =
        new TensorInfo(
            "out",
            TensorType.S16,
            TensorLayout.NCHW,
            VALID,
            List.of(1, 4, 1, 8),
            NO_STRIDE,
            256,
            Quantization.none());
    assertThat(read(padded)).containsExactly(-2, -1, 0, 1);
  }

  @Test
  void undoesShiftsPerChannel() {
    for (int i = 0; i < 4; i++) {
      bytes.put(i, (byte) (8 * (i - 1)));
    }
    Quantization shifts =
        new Quantization(Kind.SHIFT, List.of(0, 1, 2, 3), List.of(), List.of(), 1);
    assertThat(read(tensor(TensorType.S8, VALID, NO_STRIDE, shifts))).containsExactly(-8, 0, 2, 2);
  }

  @Test
  void undoesScalesAndZeroPointsPerChannel() {
    for (int i = 0; i < 4; i++) {
      bytes.putInt(4 * i, 100 + i);
    }
    Quantization scales =
        new Quantization(
            Kind.SCALE, List.of(), List.of(0.5f, 0.25f, 2f, 1f), List.of(0, 1, -2, 3), 1);
    assertThat(read(tensor(TensorType.S32, VALID, NO_STRIDE, scales)))
        .containsExactly(50, 25, 208, 100);
  }

  @Test
  void ignoresWhatIsDescribedOnFloats() {
    for (int i = 0; i < 4; i++) {
      bytes.putFloat(4 * i, i - 0.5f);
    }
    Quantization perChannel =
        new Quantization(
            Kind.SCALE, List.of(), List.of(0.5f, 0.25f, 2f, 1f), List.of(0, 1, -2, 3), 1);
    Quantization tooFewScales =
        new Quantization(Kind.SCALE, List.of(), List.of(0.5f, 0.25f), List.of(), 1);
    Quantization shifts = new Quantization(Kind.SHIFT, List.of(3), List.of(), List.of(), 1);
    for (Quantization described : List.of(perChannel, tooFewScales, shifts)) {
      assertThat(read(tensor(TensorType.F32, VALID, NO_STRIDE, described)))
          .containsExactly(-0.5f, 0.5f, 1.5f, 2.5f);
    }
  }

  @Test
  void broadcastsOneScaleAndOneZeroPointWhateverTheAxis() {
    for (int i = 0; i < 4; i++) {
      bytes.put(i, (byte) i);
    }
    Quantization scale = new Quantization(Kind.SCALE, List.of(), List.of(0.5f), List.of(1), 7);
    assertThat(read(tensor(TensorType.S8, VALID, NO_STRIDE, scale)))
        .containsExactly(-0.5f, 0, 0.5f, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"S8", "U8", "S16", "U16", "F16", "F32", "S32", "U32", "F64", "S64", "U64"})
  void readsEveryElementTypeAtItsSize(TensorType type) {
    for (int i = 0; i < 4; i++) {
      switch (type) {
        case S8, U8 -> bytes.put(i, (byte) 3);
        case S16, U16 -> bytes.putShort(2 * i, (short) 3);
        case F16 -> bytes.putShort(2 * i, (short) 0x4200);
        case F32 -> bytes.putFloat(4 * i, 3);
        case S32, U32 -> bytes.putInt(4 * i, 3);
        case F64 -> bytes.putDouble(8 * i, 3);
        default -> bytes.putLong(8 * i, 3);
      }
    }
    assertThat(read(tensor(type, VALID, NO_STRIDE, Quantization.none())))
        .containsExactly(3, 3, 3, 3);
  }

  @Test
  void keepsTheSignOfSignedAndTheRangeOfUnsignedTypes() {
    bytes.putLong(0, -1).putLong(8, -1);
    assertThat(first(TensorType.S8)).isEqualTo(-1);
    assertThat(first(TensorType.U8)).isEqualTo(255);
    assertThat(first(TensorType.S16)).isEqualTo(-1);
    assertThat(first(TensorType.U16)).isEqualTo(65535);
    assertThat(first(TensorType.U32)).isEqualTo(0x1p32f);
    assertThat(first(TensorType.U64)).isEqualTo(0x1p64f);
  }

  @Test
  void refusesWhatIsNoListOfScores() {
    for (List<Integer> shape :
        List.of(List.of(1, 80, 80, 64), List.of(2, 1000, 1, 1), List.of(4, 1, 1, 1))) {
      assertThatThrownBy(
              () ->
                  ScoreReader.of(
                      MODEL, tensor(TensorType.F32, shape, NO_STRIDE, Quantization.none())))
          .isInstanceOf(ModelMismatchException.class)
          .hasMessageContaining(shape.toString())
          .hasMessageContaining("f.bin");
    }
  }

  @Test
  void refusesWhatItCannotDequantize() {
    assertRefused(TensorType.S4, Quantization.none());
    assertRefused(TensorType.NV12, Quantization.none());
    assertRefused(
        TensorType.U8, new Quantization(Kind.SCALE, List.of(), List.of(1f), List.of(3), 1));
    assertRefused(
        TensorType.S8, new Quantization(Kind.SCALE, List.of(), List.of(1f, 2f), List.of(), 1));
    assertRefused(
        TensorType.S8,
        new Quantization(Kind.SCALE, List.of(), List.of(1f, 1f, 1f, 1f), List.of(), 2));
    assertRefused(TensorType.S8, new Quantization(Kind.SCALE, List.of(), List.of(), List.of(), 1));
    assertRefused(
        TensorType.S8, new Quantization(Kind.SHIFT, List.of(1, 2, 3), List.of(), List.of(), 1));
  }

  @Test
  void refusesScoresThatLieOutsideTheMemory() {
    assertThatThrownBy(
            () ->
                ScoreReader.of(
                    MODEL,
                    tensor(TensorType.F32, VALID, List.of(4096, 1024, 4, 4), Quantization.none())))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("256 bytes");
  }

  private static void assertRefused(TensorType type, Quantization quantization) {
    assertThatThrownBy(() -> ScoreReader.of(MODEL, tensor(type, VALID, NO_STRIDE, quantization)))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining(MODEL + ": output out");
  }

  private float first(TensorType type) {
    return read(tensor(type, List.of(1, 2), List.of(0, 0), Quantization.none()))[0];
  }

  private float[] read(TensorInfo tensor) {
    ScoreReader reader = ScoreReader.of(MODEL, tensor);
    float[] scores = new float[reader.classes()];
    reader.read(bytes, scores);
    return scores;
  }

  private static TensorInfo tensor(
      TensorType type, List<Integer> shape, List<Integer> strides, Quantization quantization) {
    return new TensorInfo("out", type, TensorLayout.NCHW, shape, shape, strides, 256, quantization);
  }
}
