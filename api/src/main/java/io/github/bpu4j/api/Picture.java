// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import java.io.IOException;
import java.nio.file.Path;

/** What a caller wants classified: pixels in memory, or a picture that has to be decoded. */
sealed interface Picture {
  /** Pixels in memory; not copied. */
  record Frame(ImageFrame pixels) implements Picture {}

  /** A picture in a file format, which may turn out to be unreadable. */
  sealed interface Encoded extends Picture {
    void convert(Nv12Converter converter, DecodeLimits limits, Nv12Buffer to) throws IOException;
  }

  /** A picture file. */
  record File(Path path) implements Encoded {
    @Override
    public void convert(Nv12Converter converter, DecodeLimits limits, Nv12Buffer to)
        throws IOException {
      converter.convert(path, limits, to);
    }
  }

  /** The bytes of a picture file; not copied. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] encoded) implements Encoded {
    @Override
    public void convert(Nv12Converter converter, DecodeLimits limits, Nv12Buffer to)
        throws IOException {
      converter.convert(encoded, limits, to);
    }
  }
}
