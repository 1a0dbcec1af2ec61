// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Converts an output's bytes to scores: floats as is, integers by real = (q - zeroPoint[c]) *
 * factor[c].
 *
 * <p>Some files for the board have scales on a float output too. They belong to the integers from
 * which the floats were computed, so they are ignored.
 *
 * <p>A classifier's output has one dimension longer than 1, at any position in its shape; its
 * scores are {@code step} bytes apart.
 */
public final class ScoreReader {
  /** One element as stored, before its zero point and factor. */
  private interface Element {
    double at(ByteBuffer bytes, int offset);
  }

  private final Element element;
  private final int classes;
  private final int step;
  private final boolean isPlainFloat;
  private final double[] factors;
  private final int[] zeroPoints;

  private ScoreReader(
      TensorInfo output, Quantization quantization, int classes, int step, Element element) {
    this.classes = classes;
    this.step = step;
    this.element = element;
    this.factors = factors(quantization);
    this.zeroPoints = quantization.zeroPoints().stream().mapToInt(Integer::intValue).toArray();
    this.isPlainFloat = output.type() == TensorType.F32 && step == Float.BYTES;
  }

  /**
   * A reader for that output.
   *
   * @param model its name and file, for messages
   * @throws ModelMismatchException when it is not one score per class
   * @throws IncompatibleModelException when its type or quantization cannot be read
   */
  public static ScoreReader of(String model, TensorInfo output) {
    String where = model + ": output " + output.name();
    int axis = classAxis(where, output.validShape());
    Quantization quantization = quantization(output);
    int classes = output.validShape().get(axis);
    if (quantization.kind() != Quantization.Kind.NONE) {
      checkTable(where + " has scales or shifts", factors(quantization).length, output, axis);
    }
    if (!quantization.zeroPoints().isEmpty()) {
      checkTable(where + " has zero points", quantization.zeroPoints().size(), output, axis);
    }
    int step = Strides.of(output).get(axis);
    if (step < output.type().bytes()
        || (long) (classes - 1) * step + output.type().bytes() > output.byteSize()) {
      throw new IncompatibleModelException(
          "%s: %d scores %d bytes apart do not fit its %d bytes; the model or the runtime is damaged"
              .formatted(where, classes, step, output.byteSize()));
    }
    return new ScoreReader(output, quantization, classes, step, element(where, output));
  }

  public int classes() {
    return classes;
  }

  /** Fills a {@code target} of at least {@link #classes()} from index 0; allocates nothing. */
  public void read(ByteBuffer bytes, float[] target) {
    if (isPlainFloat) {
      for (int i = 0; i < classes; i++) {
        target[i] = bytes.getFloat(i * Float.BYTES);
      }
      return;
    }
    for (int i = 0; i < classes; i++) {
      double value = element.at(bytes, i * step) - at(zeroPoints, i);
      target[i] = (float) (value * factors[factors.length == 1 ? 0 : i]);
    }
  }

  private static Quantization quantization(TensorInfo output) {
    return switch (output.type()) {
      case F16, F32, F64 -> Quantization.none();
      default -> output.quantization();
    };
  }

  private static int at(int[] table, int index) {
    return table.length == 0 ? 0 : table[table.length == 1 ? 0 : index];
  }

  private static int classAxis(String where, List<Integer> shape) {
    List<Integer> longer =
        IntStream.range(0, shape.size()).filter(i -> shape.get(i) > 1).boxed().toList();
    if (longer.size() > 1 || (shape.size() > 1 && shape.get(0) > 1)) {
      throw new ModelMismatchException(
          where
              + " has the shape "
              + shape
              + ": expected one score per class for one picture, such as [1, 1000, 1, 1]; is it a"
              + " classifier?");
    }
    return longer.isEmpty() ? shape.size() - 1 : longer.get(0);
  }

  private static void checkTable(String what, int length, TensorInfo output, int axis) {
    int channels = output.validShape().get(axis);
    int stated = output.quantization().axis();
    if (length != 1 && (stated != axis || length != channels)) {
      throw new IncompatibleModelException(
          "%s: %d along axis %d of %s; expected 1, or one per class along axis %d"
              .formatted(what, length, stated, output.validShape(), axis));
    }
  }

  private static double[] factors(Quantization quantization) {
    return switch (quantization.kind()) {
      case NONE -> new double[] {1};
      case SHIFT ->
          quantization.shifts().stream().mapToDouble(shift -> Math.scalb(1.0, -shift)).toArray();
      case SCALE -> quantization.scales().stream().mapToDouble(Float::doubleValue).toArray();
    };
  }

  private static Element element(String where, TensorInfo output) {
    return switch (output.type()) {
      case F32 -> ByteBuffer::getFloat;
      case F64 -> ByteBuffer::getDouble;
      case F16 -> (bytes, offset) -> HalfFloat.toFloat(bytes.getShort(offset));
      case S8 -> ByteBuffer::get;
      case S16 -> ByteBuffer::getShort;
      case S32 -> ByteBuffer::getInt;
      case S64 -> ByteBuffer::getLong;
      case U8 -> unsigned8(where, output);
      case U16 -> (bytes, offset) -> bytes.getShort(offset) & 0xffff;
      case U32 -> (bytes, offset) -> bytes.getInt(offset) & 0xffff_ffffL;
      case U64 -> (bytes, offset) -> unsigned(bytes.getLong(offset));
      default -> throw unreadable(where, output, "such elements are not read");
    };
  }

  /**
   * Zero points are stored signed for all types, so their meaning for unsigned bytes is unknown.
   */
  private static Element unsigned8(String where, TensorInfo output) {
    if (output.quantization().zeroPoints().stream().anyMatch(zero -> zero != 0)) {
      throw unreadable(where, output, "zero points of unsigned bytes have no documented meaning");
    }
    return (bytes, offset) -> bytes.get(offset) & 0xff;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (double) (value >>> 1 | (value & 1)) * 2;
  }

  private static IncompatibleModelException unreadable(
      String where, TensorInfo output, String why) {
    return new IncompatibleModelException(
        "%s of type %s: %s; compile the model with float outputs, or choose another output by name"
            .formatted(where, output.type(), why));
  }
}
