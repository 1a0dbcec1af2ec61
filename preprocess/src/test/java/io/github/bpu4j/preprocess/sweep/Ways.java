// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;

/** From a file to NV12 of 224x224. */
final class Ways {
  private static final int SIDE = 224;

  private final Nv12Converter converter =
      new Nv12Converter(Preprocessing.vendorSample(), SIDE, SIDE);
  private final Nv12Buffer target = Nv12Buffer.allocate(SIDE, SIDE);

  /** Decodes, resizes linearly and converts to video range. */
  byte[] nv12(byte[] file) throws ImageDecodeException {
    converter.convert(ImageFrame.decode(file), target);
    byte[] bytes = new byte[target.bytes().limit()];
    target.bytes().get(0, bytes);
    return bytes;
  }
}
