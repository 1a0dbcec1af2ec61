// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The file of a shared library without code: names that it defines, libraries that it needs, and
 * one constant text.
 *
 * @param machine the ELF number of the architecture
 * @param defined names of functions
 * @param undefined names that it expects of others
 * @param needed names of libraries
 * @param constant text among its constants
 */
public record SharedLibrary(
    int machine,
    List<String> defined,
    List<String> undefined,
    List<String> needed,
    String constant) {
  private static final int HEADER = 64;
  private static final int SECTION = 64;
  private static final int SECTIONS = 5;

  /** The same with other defined names. */
  SharedLibrary defining(List<String> names) {
    return new SharedLibrary(machine, names, undefined, needed, constant);
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    Texts texts = new Texts();
    byte[] symbols = symbols(texts);
    byte[] dynamic = dynamic(texts);
    byte[] names = texts.bytes.toByteArray();
    byte[] constants = constant.getBytes(StandardCharsets.US_ASCII);
    List<byte[]> contents = List.of(symbols, names, dynamic, constants);
    int size = HEADER + SECTIONS * SECTION + contents.stream().mapToInt(c -> c.length).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header(file);
    int[] types = {11, 3, 6, 1};
    int at = HEADER + SECTIONS * SECTION;
    for (int i = 0; i < types.length; i++) {
      byte[] content = contents.get(i);
      section(file, HEADER + (i + 1) * SECTION, types[i], at, content.length);
      file.put(at, content);
      at += content.length;
    }
    return file.array();
  }

  private void header(ByteBuffer file) {
    file.putInt(0, 0x464c457f).putInt(4, 0x00010102);
    file.putShort(16, (short) 3).putShort(18, (short) machine).putInt(20, 1);
    file.putLong(40, HEADER);
    file.putShort(52, (short) HEADER).putShort(58, (short) SECTION).putShort(60, (short) SECTIONS);
  }

  private static void section(ByteBuffer file, int row, int type, int offset, int size) {
    file.putInt(row + 4, type).putLong(row + 8, 2);
    file.putLong(row + 24, offset).putLong(row + 32, size).putInt(row + 40, 2);
  }

  private byte[] symbols(Texts texts) {
    ByteBuffer rows =
        ByteBuffer.allocate((1 + defined.size() + undefined.size()) * 24)
            .order(ByteOrder.LITTLE_ENDIAN);
    rows.position(24);
    defined.forEach(name -> symbol(rows, texts.add(name), 4));
    undefined.forEach(name -> symbol(rows, texts.add(name), 0));
    return rows.array();
  }

  private static void symbol(ByteBuffer rows, int name, int section) {
    rows.putInt(name).put((byte) 0x12).put((byte) 0).putShort((short) section);
    rows.putLong(0x1000).putLong(4);
  }

  private byte[] dynamic(Texts texts) {
    ByteBuffer rows = ByteBuffer.allocate((needed.size() + 1) * 16).order(ByteOrder.LITTLE_ENDIAN);
    needed.forEach(name -> rows.putLong(1).putLong(texts.add(name)));
    return rows.array();
  }

  private static final class Texts {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Texts() {
      bytes.write(0);
    }

    int add(String text) {
      int at = bytes.size();
      bytes.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
      return at;
    }
  }
}
