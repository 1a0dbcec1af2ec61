// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The pictures of a ground-truth file that names them, {@code FILE LABEL} on each line. */
final class TruthPictures implements PictureSource {
  private final Path file;
  private final Path folder;
  private final BufferedReader lines;

  TruthPictures(Path file, Path folder) throws IOException {
    this.file = file;
    this.folder = folder;
    lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable NamedPicture next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        String[] parts = line.strip().split("\\s+", 2);
        if (parts.length < 2) {
          throw new IOException(
              "%s: got '%s', expected a picture and its label".formatted(file, line));
        }
        return new NamedPicture(folder.resolve(parts[0]), parts[0], parts[1]);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
