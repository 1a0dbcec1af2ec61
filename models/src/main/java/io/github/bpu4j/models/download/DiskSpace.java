// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for a file, before it comes and while it comes. */
final class DiskSpace {
  private DiskSpace() {}

  /** Requires room for so many more bytes, before the first of them is received. */
  static void require(Path file, long bytes) throws IOException {
    long free = Files.getFileStore(file).getUsableSpace();
    if (free < bytes) {
      throw DownloadException.lasting(
          "%s needs %d bytes more, but only %d are free there; free some, or choose another cache"
              .formatted(file, bytes, free));
    }
  }

  /** Appends; a full disk is not a failure of the connection, so nothing is tried again. */
  static void append(PartFile part, ByteBuffer bytes) throws IOException {
    try {
      part.append(bytes);
    } catch (IOException e) {
      throw DownloadException.lasting(
          "%s cannot be written (%s); what is there is continued once that is repaired"
              .formatted(part.path(), e.getMessage()),
          e);
    }
  }
}
