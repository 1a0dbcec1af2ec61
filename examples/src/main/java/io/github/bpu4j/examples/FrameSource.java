// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A source of camera frames: NV12 of one size without padding, video range. */
interface FrameSource extends AutoCloseable {
  /**
   * Fills a buffer from its start with the next frame.
   *
   * @param frame of {@code width * height * 3 / 2} bytes
   * @return false if there are no more frames
   */
  boolean next(ByteBuffer frame) throws IOException;

  @Override
  void close() throws IOException;
}
