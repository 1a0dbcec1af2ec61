// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a shared library's file says, without loading it.
 *
 * @param machine the ELF number of its architecture
 * @param exported names of the functions and data that it defines
 * @param needed names of the libraries that it depends on
 * @param version text such as {@code 1.24.5_(3.15.55 HBRT)} among its constants
 */
public record ElfLibrary(
    int machine, Set<String> exported, List<String> needed, Optional<String> version) {
  public static final int X86_64 = 62;
  public static final int AARCH64 = 183;

  private static final int HEADER = 64;
  private static final int SECTION = 64;
  private static final int MOST_SECTIONS = 4096;
  private static final int MOST_BYTES = 32 << 20;
  private static final Pattern VERSION =
      Pattern.compile(
          "\\d{1,3}\\.\\d{1,3}\\.\\d{1,4}[\\w.-]{0,40}\\([\\d.]{1,30} HBRT[\\w, -]{0,40}\\)");

  public ElfLibrary {
    exported = Set.copyOf(exported);
    needed = List.copyOf(needed);
  }

  /** Returns empty if the file is no 64-bit little-endian shared library, or is damaged. */
  public static Optional<ElfLibrary> read(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return Optional.of(new Reader(in).library());
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The architecture in words. */
  public String architecture() {
    return switch (machine) {
      case X86_64 -> "x86-64";
      case AARCH64 -> "arm64";
      default -> "ELF machine " + machine;
    };
  }

  /** A row of the section table. */
  private record Section(int type, long flags, long offset, long size, int link) {
    private static final int CONSTANTS = 1;
    private static final int DYNAMIC = 6;
    private static final int SYMBOLS = 11;
    private static final long LOADED = 2;
    private static final long CODE = 4;

    boolean isConstants() {
      return type == CONSTANTS && (flags & (LOADED | CODE)) == LOADED && size <= MOST_BYTES;
    }
  }

  /** Reads by offsets that the file states, each checked against its length. */
  private record Reader(RandomAccessFile in) {
    private static final int SHARED = 3;
    private static final int SYMBOL = 24;
    private static final int ENTRY = 16;
    private static final int NEEDED = 1;

    ElfLibrary library() throws IOException {
      ByteBuffer head = bytes(0, HEADER);
      boolean elf = head.getInt(0) == 0x464c457f && head.getShort(4) == 0x0102;
      if (!elf || head.getShort(16) != SHARED) {
        throw new IOException("not a 64-bit shared library");
      }
      List<Section> sections = sections(head);
      return new ElfLibrary(
          Short.toUnsignedInt(head.getShort(18)),
          exported(sections),
          needed(sections),
          version(sections));
    }

    private List<Section> sections(ByteBuffer head) throws IOException {
      int count = Math.min(Short.toUnsignedInt(head.getShort(60)), MOST_SECTIONS);
      ByteBuffer table = bytes(head.getLong(40), (long) count * SECTION);
      return IntStream.range(0, count)
          .map(index -> index * SECTION)
          .mapToObj(
              at ->
                  new Section(
                      table.getInt(at + 4),
                      table.getLong(at + 8),
                      table.getLong(at + 24),
                      table.getLong(at + 32),
                      table.getInt(at + 40)))
          .toList();
    }

    private Set<String> exported(List<Section> sections) throws IOException {
      Set<String> names = new HashSet<>();
      for (Section section : of(Section.SYMBOLS, sections)) {
        ByteBuffer symbols = bytes(section.offset(), section.size());
        ByteBuffer texts = texts(section, sections);
        for (int at = 0; at + SYMBOL <= symbols.limit(); at += SYMBOL) {
          boolean defined = symbols.getShort(at + 6) != 0;
          if (defined) {
            names.add(text(texts, Integer.toUnsignedLong(symbols.getInt(at))));
          }
        }
      }
      return names;
    }

    private List<String> needed(List<Section> sections) throws IOException {
      List<String> names = new ArrayList<>();
      for (Section section : of(Section.DYNAMIC, sections)) {
        ByteBuffer entries = bytes(section.offset(), section.size());
        ByteBuffer texts = texts(section, sections);
        for (int at = 0; at + ENTRY <= entries.limit(); at += ENTRY) {
          if (entries.getLong(at) == NEEDED) {
            names.add(text(texts, entries.getLong(at + 8)));
          }
        }
      }
      return names;
    }

    private Optional<String> version(List<Section> sections) throws IOException {
      for (Section section : sections) {
        if (section.isConstants()) {
          byte[] constants = bytes(section.offset(), section.size()).array();
          Matcher version = VERSION.matcher(new String(constants, StandardCharsets.ISO_8859_1));
          if (version.find()) {
            return Optional.of(version.group());
          }
        }
      }
      return Optional.empty();
    }

    private static List<Section> of(int type, List<Section> sections) {
      return sections.stream().filter(section -> section.type() == type).limit(1).toList();
    }

    private ByteBuffer texts(Section section, List<Section> sections) throws IOException {
      Section texts = sections.get(Objects.checkIndex(section.link(), sections.size()));
      return bytes(texts.offset(), texts.size());
    }

    private static String text(ByteBuffer texts, long from) {
      int at = (int) Objects.checkIndex(from, (long) texts.limit());
      StringBuilder text = new StringBuilder();
      while (at < texts.limit() && texts.get(at) != 0) {
        text.append((char) (texts.get(at++) & 0xff));
      }
      return text.toString();
    }

    private ByteBuffer bytes(long offset, long size) throws IOException {
      Objects.checkFromIndexSize(offset, size, in.length());
      byte[] bytes =
          new byte[Objects.checkIndex((int) Math.min(size, MOST_BYTES + 1L), MOST_BYTES + 1)];
      in.seek(offset);
      in.readFully(bytes);
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
