// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Pictures one after another, always in the same order. */
interface PictureSource extends Closeable {
  /** The next picture; null after the last. */
  @Nullable NamedPicture next() throws IOException;

  @Override
  default void close() throws IOException {}
}
