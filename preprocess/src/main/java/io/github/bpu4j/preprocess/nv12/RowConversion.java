// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.stream.SampledRows;
import io.github.bpu4j.preprocess.stream.Sampling;
import io.github.bpu4j.preprocess.stream.StreamResizer;
import org.jspecify.annotations.Nullable;

/** Converts stored rows to rows of a target that is transposed where the picture is. */
final class RowConversion {
  private final StreamResizer resizer;
  private final RgbWriter writer;
  private @Nullable Placement placement;
  private ChannelOrder order = ChannelOrder.RGB;

  /**
   * Creates a conversion to targets of this size, already transposed if it is for such pictures.
   */
  RowConversion(Preprocessing settings, boolean isTransposed, int width, int height) {
    resizer = new StreamResizer(settings.interpolation(), isTransposed);
    writer = new RgbWriter(settings, new LaneLayout(width), height);
  }

  Sampling plan(Placement where, Orientation stored, ChannelOrder channelOrder) {
    placement = where;
    order = channelOrder;
    return resizer.plan(where, stored, channelOrder.channels(), writer.place(where));
  }

  void convert(SampledRows rows, Nv12Buffer target) throws ImageDecodeException {
    Placement where = placement;
    if (where == null) {
      throw new IllegalStateException("no picture is planned; call plan before convert");
    }
    resizer.open(rows);
    try {
      writer.write(resizer, where, order, resizer.isRising(), target);
    } finally {
      resizer.close();
    }
  }
}
