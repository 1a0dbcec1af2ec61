// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file that Pillow wrote, and what OpenCV made of it. */
final class PictureRow {
  private static final Path FOLDER =
      Path.of(System.getProperty("bpu4j.golden", "src/test/resources/golden"));

  private final String name;
  private final byte[] file;
  private final String size;
  private final String pixels;

  private PictureRow(String[] cells, byte[] file) {
    this.file = file;
    name = cells[0];
    size = cells[2];
    pixels = cells[3];
  }

  /** The name of the file: format, mode, size, scene, option and number. */
  String name() {
    return name;
  }

  /** Its bytes, not copied. */
  byte[] file() {
    return file;
  }

  /** The size upright, "WIDTHxHEIGHT", or "refused". */
  String size() {
    return size;
  }

  /** The first 16 digits of the SHA-256 of the decoded B, G, R. */
  String pixels() {
    return pixels;
  }

  /** All rows, in the order of the table. */
  static List<PictureRow> all() throws IOException {
    List<PictureRow> rows = new ArrayList<>();
    try (InputStream gzip =
            new GZIPInputStream(Files.newInputStream(FOLDER.resolve("pictures.bin.gz")), 1 << 16);
        DataInputStream files = new DataInputStream(gzip)) {
      for (String line : Files.readAllLines(FOLDER.resolve("pictures.tsv"))) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          byte[] file = new byte[Integer.parseInt(cells[1])];
          files.readFully(file);
          rows.add(new PictureRow(cells, file));
        }
      }
    }
    return rows;
  }

  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
