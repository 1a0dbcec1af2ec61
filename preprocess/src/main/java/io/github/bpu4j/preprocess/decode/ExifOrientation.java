// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.pixels.Orientation;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tag 0x0112 of an EXIF block, which has the layout of a TIFF file.
 *
 * <p>A block that cannot be read means upright, as in other readers: the pixels are intact.
 */
final class ExifOrientation {
  private static final Logger LOG = LoggerFactory.getLogger(ExifOrientation.class);
  private static final int TAG = 0x0112;
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /** Reads an EXIF block, with or without the prefix {@code Exif\0\0}. */
  static Orientation of(byte[] exif) {
    return startsWithPrefix(exif)
        ? ofTiff(Arrays.copyOfRange(exif, PREFIX.length, exif.length))
        : ofTiff(exif);
  }

  private static boolean startsWithPrefix(byte[] exif) {
    return exif.length >= PREFIX.length
        && Arrays.equals(exif, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static Orientation ofTiff(byte[] tiff) {
    try {
      TiffReader reader = new TiffReader(false);
      return of(
          reader
              .readFirstDirectory(ByteSource.array(tiff), false, FormatCompliance.getDefault())
              .directories
              .get(0));
    } catch (IOException | RuntimeException e) {
      LOG.debug("EXIF block of {} bytes is damaged, orientation ignored", tiff.length, e);
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation of(TiffDirectory directory) throws IOException {
    for (TiffField field : directory) {
      if (field.getTag() == TAG) {
        return Orientation.ofExif(field.getIntValue());
      }
    }
    return Orientation.UPRIGHT;
  }
}
