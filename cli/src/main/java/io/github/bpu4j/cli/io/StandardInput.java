// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The picture that the argument {@code -} stands for: the bytes on standard input.
 *
 * <p>They are read when first needed and then kept, so that every {@code -} is the same picture. A
 * file of that name is {@code ./-}.
 */
public final class StandardInput {
  /** What messages call it. */
  public static final String NAME = "standard input";

  private static final Path ARGUMENT = Path.of("-");
  private static byte @Nullable [] picture;

  private StandardInput() {}

  public static boolean isNamedBy(Path argument) {
    return argument.equals(ARGUMENT);
  }

  /** All of it, or one byte more than the limits allow an encoded picture. */
  public static synchronized byte[] picture(DecodeLimits limits) throws IOException {
    byte[] known = picture;
    if (known == null) {
      known = atMost(Math.min(limits.maxBytes(), Integer.MAX_VALUE) + 1);
      picture = known;
    }
    return known;
  }

  /** Decodes the picture of an argument, a file or {@code -}. */
  public static ImageFrame decode(Path argument, DecodeLimits limits) throws IOException {
    if (!isNamedBy(argument)) {
      return ImageFrame.read(PathCheck.file(argument, "a picture file"), limits);
    }
    try {
      return ImageFrame.decode(picture(limits), limits);
    } catch (ImageDecodeException e) {
      throw named(e);
    }
  }

  /** The same failure, with the name of what could not be decoded. */
  public static ImageDecodeException named(ImageDecodeException failure) {
    return new ImageDecodeException(NAME + ": " + failure.getMessage(), failure);
  }

  /** Reads to the end, or to this number of bytes. */
  public static byte[] atMost(long bytes) throws IOException {
    return System.in.readNBytes((int) Math.min(bytes, Integer.MAX_VALUE - 8));
  }
}
