// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;

/**
 * A buffer outside the runtime in which one encoded picture becomes NV12 of the model's input size.
 *
 * <p>This way a picture can be decoded without occupying a request. Not thread-safe.
 */
final class Scratch {
  private final Nv12Converter converter;
  private final DecodeLimits limits;
  private final Nv12Buffer nv12;

  Scratch(Preprocessing preprocessing, DecodeLimits limits, int width, int height) {
    this.converter = new Nv12Converter(preprocessing, width, height);
    this.limits = limits;
    this.nv12 = Nv12Buffer.allocate(width, height);
  }

  /** Reads, decodes and converts; afterwards {@link #nv12()} holds the picture. */
  void decode(Picture.Encoded picture) throws IOException {
    picture.convert(converter, limits, nv12);
  }

  /** The last decoded picture. */
  Nv12Buffer nv12() {
    return nv12;
  }

  /** The memory that this buffer occupies. */
  long bytes() {
    return nv12.bytes().capacity();
  }
}
