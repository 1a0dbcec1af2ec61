// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports all that a decoder throws as {@link ImageDecodeException}. */
public final class DecodingErrors {
  private DecodingErrors() {}

  /** Decodes a file. */
  @FunctionalInterface
  public interface Decoding<T> {
    /**
     * Decodes the file.
     *
     * @return what was decoded
     * @throws IOException when it cannot be decoded or exceeds a limit
     */
    T decode() throws IOException;
  }

  /**
   * Decodes a file.
   *
   * @param format of the file
   * @param length bytes of the file
   * @param decoding decodes it
   * @param <T> what is decoded
   * @return what was decoded
   * @throws ImageDecodeException when anything is thrown
   */
  public static <T> T report(ImageFormat format, int length, Decoding<T> decoding)
      throws ImageDecodeException {
    try {
      return decoding.decode();
    } catch (ImageDecodeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      OutOfMemoryError shortage = shortage(e);
      if (shortage != null) {
        throw tooLargeForHeap("the pixels of this " + format + " do", "maxPixels", shortage);
      }
      throw new ImageDecodeException(
          "damaged or unsupported %s of %d bytes: %s".formatted(format, length, e), e);
    } catch (OutOfMemoryError e) {
      throw tooLargeForHeap("the pixels of this " + format + " do", "maxPixels", e);
    } catch (Error e) {
      throw new ImageDecodeException(
          "the decoder of %s failed on this file of %d bytes: %s".formatted(format, length, e), e);
    }
  }

  /** Returns the shortage of heap that ImageIO reports as an error of its own, or null. */
  private static @Nullable OutOfMemoryError shortage(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof OutOfMemoryError)) {
      cause = cause.getCause();
    }
    return (OutOfMemoryError) cause;
  }

  static ImageDecodeException tooLargeForHeap(String what, String limit, OutOfMemoryError cause) {
    return new ImageDecodeException(
        "%s not fit in the heap of %d MiB; raise -Xmx or lower DecodeLimits.%s"
            .formatted(what, Runtime.getRuntime().maxMemory() >> 20, limit),
        cause);
  }
}
