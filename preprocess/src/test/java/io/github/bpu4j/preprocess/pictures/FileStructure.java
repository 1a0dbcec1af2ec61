// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of an intact picture file are, and the parts that can be left out or repeated.
 *
 * @param fields numbers
 * @param parts blocks, chunks and entries
 */
record FileStructure(List<Field> fields, List<Part> parts) {
  /** A number of so many bytes. */
  record Field(int at, int bytes, ByteOrder order) {}

  /** A range of bytes. */
  record Part(int from, int to) {}

  static FileStructure of(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    FileStructure structure = new FileStructure(new ArrayList<>(), new ArrayList<>());
    switch (bytes[0]) {
      case 'B' -> structure.bmp(file);
      case 'G' -> structure.gif(file);
      case 'R' -> structure.chunks(file.order(ByteOrder.LITTLE_ENDIAN), 12, bytes.length);
      case 'I', 'M' -> structure.tiff(file);
      case 'P' -> structure.pnm(bytes);
      default -> structure.png(file);
    }
    return structure;
  }

  /** Returns where the first value of a tag of a classic little-endian TIFF is, if it is inline. */
  static @Nullable Field valueOf(byte[] bytes, int tag) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = file.getInt(4);
    for (int i = 0; i < file.getChar(directory); i++) {
      int at = directory + 2 + 12 * i;
      if (file.getChar(at) == tag) {
        return new Field(at + 8, 2, ByteOrder.LITTLE_ENDIAN);
      }
    }
    return null;
  }

  private void field(int at, int bytes, ByteOrder order) {
    fields.add(new Field(at, bytes, order));
  }

  private void bmp(ByteBuffer file) {
    file.order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 2; at < 54; at += at == 26 || at == 28 ? 2 : 4) {
      field(at, at == 26 || at == 28 ? 2 : 4, ByteOrder.LITTLE_ENDIAN);
    }
    int data = Math.min(file.getInt(10), file.limit());
    parts.add(new Part(14, data));
    parts.add(new Part(54, data));
    parts.add(new Part(data, file.limit()));
  }

  private void gif(ByteBuffer file) {
    for (int at : new int[] {6, 8}) {
      field(at, 2, ByteOrder.LITTLE_ENDIAN);
    }
    field(10, 1, ByteOrder.LITTLE_ENDIAN);
    field(11, 1, ByteOrder.LITTLE_ENDIAN);
    int at = 13 + palette(file.get(10));
    while (at + 10 < file.limit() && file.get(at) != 0x3B) {
      int start = at;
      if (file.get(at) == 0x2C) {
        for (int i = 1; i < 9; i += 2) {
          field(at + i, 2, ByteOrder.LITTLE_ENDIAN);
        }
        field(at + 9, 1, ByteOrder.LITTLE_ENDIAN);
        at += 10 + palette(file.get(at + 9));
        field(at, 1, ByteOrder.LITTLE_ENDIAN);
        at++;
      } else {
        field(at + 1, 1, ByteOrder.LITTLE_ENDIAN);
        at += 2;
      }
      while (file.get(at) != 0) {
        field(at, 1, ByteOrder.LITTLE_ENDIAN);
        field(at + 1, 1, ByteOrder.LITTLE_ENDIAN);
        at += 1 + (file.get(at) & 0xFF);
      }
      at++;
      parts.add(new Part(start, at));
    }
  }

  private static int palette(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** WebP: chunks of name, length and content; frames of an animation hold chunks. */
  private void chunks(ByteBuffer file, int from, int end) {
    int at = from;
    while (at + 8 <= end) {
      int length = file.getInt(at + 4);
      field(at, 4, ByteOrder.LITTLE_ENDIAN);
      field(at + 4, 4, ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < Math.min(16, length); i++) {
        field(at + 8 + i, 1, ByteOrder.LITTLE_ENDIAN);
      }
      int next = Math.min(end, at + 8 + length + (length & 1));
      parts.add(new Part(at, next));
      boolean isFrame = file.get(at) == 'A' && file.get(at + 1) == 'N' && length > 16;
      if (isFrame) {
        chunks(file, at + 8 + 16, next);
      }
      at = next;
    }
  }

  private void tiff(ByteBuffer file) {
    ByteOrder order = file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    file.order(order);
    boolean isBig = file.getChar(2) == 43;
    int directory = (int) (isBig ? file.getLong(8) : file.getInt(4));
    field(isBig ? 8 : 4, isBig ? 8 : 4, order);
    int count = (int) (isBig ? file.getLong(directory) : file.getChar(directory));
    int at = directory + (isBig ? 8 : 2);
    field(directory, isBig ? 8 : 2, order);
    int inline = isBig ? 8 : 4;
    for (int i = 0; i < count; i++, at += 4 + 2 * inline) {
      parts.add(new Part(at, at + 4 + 2 * inline));
      field(at, 2, order);
      field(at + 2, 2, order);
      field(at + 4, inline, order);
      field(at + 4 + inline, file.getChar(at + 2) == 3 ? 2 : inline, order);
      long values = isBig ? file.getLong(at + 4) : file.getInt(at + 4);
      long from = isBig ? file.getLong(at + 4 + inline) : file.getInt(at + 4 + inline);
      boolean isList = values > 1 && from > 8 && from + 4 * values <= file.limit();
      for (int j = 0; isList && j < Math.min(values, 8); j++) {
        field((int) from + 2 * j, 2, order);
      }
    }
    field(at, inline, order);
  }

  private void pnm(byte[] bytes) {
    int at = 1;
    int start = 0;
    for (int i = 0; i < 4 && at < bytes.length; at++) {
      if (bytes[at] <= ' ') {
        parts.add(new Part(start, at + 1));
        start = at + 1;
        i++;
      }
      field(at, 1, ByteOrder.BIG_ENDIAN);
    }
    parts.add(new Part(start, bytes.length));
  }

  private void png(ByteBuffer file) {
    int at = 8;
    while (at + 12 <= file.limit()) {
      int length = file.getInt(at);
      field(at, 4, ByteOrder.BIG_ENDIAN);
      for (int i = 0; i < Math.min(13, length); i++) {
        field(at + 8 + i, i < 8 ? 4 : 1, ByteOrder.BIG_ENDIAN);
      }
      parts.add(new Part(at, at + 12 + length));
      at += 12 + length;
    }
  }
}
