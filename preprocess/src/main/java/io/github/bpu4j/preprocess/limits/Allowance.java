// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.limits;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Set;

/**
 * What one file of a format may cost; its decoder asks before it takes memory or time.
 *
 * <p>A format declares which limits its files can exceed; asking for another is a mistake of the
 * decoder. There is no clock: every decoder's time is bounded by the pixels and bytes that are
 * granted here, each of which it visits a bounded number of times.
 *
 * @param format name of the format in messages
 * @param breakable limits that files of the format can exceed
 * @param limits what is granted
 */
public record Allowance(String format, Set<Limit> breakable, DecodeLimits limits) {
  /** Entries of a directory of a TIFF. */
  private static final int PARTS = 4096;

  /** Copies the set. */
  public Allowance {
    breakable = Set.copyOf(breakable);
  }

  /**
   * Requires a size within the limits on pixels and sides.
   *
   * @throws ImageDecodeException when it is not, or is empty
   */
  public void requireSize(long width, long height) throws ImageDecodeException {
    requireDeclared(Limit.SIDE);
    requireDeclared(Limit.PIXELS);
    LimitCheck.requireSize(width, height, limits);
  }

  /**
   * Requires a directory no longer than a sound file's.
   *
   * @throws ImageDecodeException when it lists more
   */
  public void requireParts(long parts, String what) throws ImageDecodeException {
    requireDeclared(Limit.PARTS);
    if (parts > PARTS) {
      throw new ImageDecodeException(
          "the %s has %d %s, the limit is %d; write it with fewer"
              .formatted(format, parts, what, PARTS));
    }
  }

  /**
   * Requires memory besides the file and its pixels, before it is taken.
   *
   * @throws ImageDecodeException when it is more than the limit on memory
   */
  public void requireMemory(long bytes, String what) throws ImageDecodeException {
    requireDeclared(Limit.MEMORY);
    if (bytes > limits.maxMemory()) {
      throw new ImageDecodeException(
          "%s of this %s needs %d bytes, the limit is %d; raise DecodeLimits.maxMemory to accept it"
              .formatted(what, format, bytes, limits.maxMemory()));
    }
  }

  private void requireDeclared(Limit limit) {
    if (!breakable.contains(limit)) {
      throw new IllegalStateException(format + " did not declare " + limit);
    }
  }
}
