// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a model that takes colors reads a picture: {@code x = (pixel - mean) * scale}.
 *
 * <p>Pixels are 0 to 255. Means and scales are in the order of the tensor's channels, so blue comes
 * first for {@link Order#BGR}. None of this can be derived from a model, and a wrong guess still
 * gives plausible answers, so it has to be specified: with {@code builder().colorInput(...)}, in
 * the metadata beside the file, or in the file itself. The first of these that states it counts as
 * a whole, because the means of one order are wrong for another.
 *
 * <p>Models that take NV12 need none: order, mean and scale are inside them.
 *
 * @param order of the channels
 * @param mean three numbers, subtracted first
 * @param scale three numbers other than 0, then multiplied
 * @param layout of the tensor; empty to derive it from the position of the 3 in its shape
 * @param size of the picture for a model that accepts any; empty if the shape determines it
 * @since 0.1.0
 */
public record ColorInput(
    Order order,
    List<Float> mean,
    List<Float> scale,
    Optional<TensorLayout> layout,
    Optional<Size> size) {
  /**
   * The order of a tensor's color channels.
   *
   * @since 0.1.0
   */
  public enum Order {
    /** Red first, as in most exported models. */
    RGB,
    /** Blue first, as in models trained on OpenCV's pictures. */
    BGR
  }

  /**
   * The size of a picture.
   *
   * @param width in pixels, even
   * @param height in pixels, even
   * @since 0.1.0
   */
  public record Size(int width, int height) {
    public Size {
      if (width <= 0 || height <= 0 || (width & 1) != 0 || (height & 1) != 0) {
        throw new IllegalArgumentException(
            "size: got " + width + "x" + height + " pixels, expected even sides above 0");
      }
    }
  }

  private static final List<Float> NO_MEAN = List.of(0f, 0f, 0f);
  private static final List<Float> NO_SCALE = List.of(1f, 1f, 1f);

  public ColorInput {
    Objects.requireNonNull(order, "order");
    mean = three("mean", mean);
    scale = three("scale", scale);
    if (scale.contains(0f) || scale.contains(-0f)) {
      throw new IllegalArgumentException(
          "scale: got " + scale + ", expected numbers other than 0, which would blacken a channel");
    }
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(size, "size");
    if (layout.isPresent() && layout.get() == TensorLayout.NONE) {
      throw new IllegalArgumentException("layout: got NONE, expected NCHW or NHWC");
    }
  }

  private static List<Float> three(String name, List<Float> numbers) {
    if (numbers.size() != 3 || !numbers.stream().allMatch(Float::isFinite)) {
      throw new IllegalArgumentException(
          name + ": got " + numbers + ", expected 3 finite numbers, one per channel");
    }
    return List.copyOf(numbers);
  }

  private static ColorInput plain(Order order) {
    return new ColorInput(order, NO_MEAN, NO_SCALE, Optional.empty(), Optional.empty());
  }

  /** Returns RGB with unchanged values, 0 to 255. */
  public static ColorInput rgb() {
    return plain(Order.RGB);
  }

  /** Returns BGR with unchanged values, 0 to 255. */
  public static ColorInput bgr() {
    return plain(Order.BGR);
  }

  /** Returns RGB with ImageNet's mean and deviation, as torchvision's models are trained. */
  public static ColorInput imagenet() {
    return rgb()
        .withMean(123.675f, 116.28f, 103.53f)
        .withScale(1 / 58.395f, 1 / 57.12f, 1 / 57.375f);
  }

  /** Sets the means, in the order of the channels. */
  public ColorInput withMean(float first, float second, float third) {
    return new ColorInput(order, List.of(first, second, third), scale, layout, size);
  }

  /** Sets the scales, in the order of the channels. */
  public ColorInput withScale(float first, float second, float third) {
    return new ColorInput(order, mean, List.of(first, second, third), layout, size);
  }

  /** Sets one scale for all channels, for example {@code 1 / 255f}. */
  public ColorInput withScale(float all) {
    return withScale(all, all, all);
  }

  /** Sets the tensor's layout. */
  public ColorInput withLayout(TensorLayout stated) {
    return new ColorInput(order, mean, scale, Optional.of(stated), size);
  }

  /** Sets the size of the picture, both sides even. */
  public ColorInput withSize(int width, int height) {
    return new ColorInput(order, mean, scale, layout, Optional.of(new Size(width, height)));
  }

  /** Returns whether the tensor holds the pixels' values themselves: mean 0 and scale 1. */
  public boolean isPlain() {
    return mean.equals(NO_MEAN) && scale.equals(NO_SCALE);
  }
}
