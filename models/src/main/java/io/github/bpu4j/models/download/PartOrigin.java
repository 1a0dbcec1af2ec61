// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which version of which file a part is of; it stands in a file beside the part.
 *
 * @param url the address that was asked
 * @param validator an ETag or a time, as the server gave it, that changes with the content
 * @param total bytes of the whole file, if the server said so
 */
record PartOrigin(URI url, String validator, OptionalLong total) {
  private static final String LAST_LINE = "end";

  static Path file(Path part) {
    return part.resolveSibling(part.getFileName() + ".origin");
  }

  /** Whether the part is of that address. */
  boolean isOf(URI other) {
    return url.toASCIIString().equals(other.toASCIIString());
  }

  /** Writes it before the first byte of the part. */
  void write(Path part) throws IOException {
    String length = total.isPresent() ? Long.toString(total.getAsLong()) : "";
    Files.write(
        file(part),
        List.of(url.toASCIIString(), validator, length, LAST_LINE),
        StandardCharsets.ISO_8859_1);
  }

  /** Reads it; empty if there is none, or if it was not written to its end. */
  static Optional<PartOrigin> read(Path part) throws IOException {
    if (!Files.exists(file(part))) {
      return Optional.empty();
    }
    // Any bytes can be read so, also those of a damaged file, which then lacks its last line.
    List<String> lines = Files.readAllLines(file(part), StandardCharsets.ISO_8859_1);
    if (lines.size() != 4 || !lines.get(3).equals(LAST_LINE)) {
      return Optional.empty();
    }
    try {
      String length = lines.get(2);
      return Optional.of(
          new PartOrigin(
              URI.create(lines.get(0)),
              lines.get(1),
              length.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
