// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Recognizes other formats by their first bytes, so that an error can name them. */
final class ForeignFormat {
  private static final int HEAD = 512;
  private static final int QUOTE = 60;

  private record Magic(int offset, String bytes, Reason reason, String name) {
    boolean matches(byte[] head) {
      byte[] magic = bytes.getBytes(StandardCharsets.ISO_8859_1);
      int end = offset + magic.length;
      return head.length >= end && Arrays.equals(head, offset, end, magic, 0, magic.length);
    }
  }

  private static final List<Magic> KNOWN =
      List.of(
          new Magic(0, "\177ELF", Reason.ELF, "an ELF file (a Linux program or shared library)"),
          new Magic(4, "hbm####", Reason.FOREIGN, "a bare BPU program, not yet in a model file"),
          new Magic(4, "TFL3", Reason.FOREIGN, "a TensorFlow Lite model"),
          new Magic(0, "PK\3\4", Reason.FOREIGN, "a zip archive (or a PyTorch checkpoint)"),
          new Magic(0, "\37\213", Reason.FOREIGN, "a gzip archive; unpack it first"),
          new Magic(0, "7z\274\257\47\34", Reason.FOREIGN, "a 7z archive; unpack it first"),
          new Magic(257, "ustar", Reason.FOREIGN, "a tar archive; unpack it first"),
          new Magic(0, "\211HDF", Reason.FOREIGN, "an HDF5 file (such as a Keras model)"),
          new Magic(0, "\211PNG", Reason.FOREIGN, "a PNG picture"),
          new Magic(0, "\377\330\377", Reason.FOREIGN, "a JPEG picture"));

  private ForeignFormat() {}

  /** Throws if the source is empty, text or another known format. */
  static void refuse(ByteSource source) throws IOException {
    if (source.size() == 0) {
      throw new ModelFileException(Reason.EMPTY, "it is empty (0 bytes)");
    }
    byte[] head = source.bytes(0, HEAD);
    for (Magic magic : KNOWN) {
      if (magic.matches(head)) {
        throw new ModelFileException(magic.reason(), "it is " + magic.name());
      }
    }
    if (isText(head)) {
      throw new ModelFileException(
          Reason.TEXT, "it is text, beginning with \"" + firstLine(head) + "\"");
    }
  }

  /** The error for bytes of an unknown format. */
  static ModelFileException unknown(ByteSource source) throws IOException {
    byte[] head = source.bytes(0, 8);
    return new ModelFileException(
        Reason.UNKNOWN,
        "its format is unknown; its %d bytes begin with %s"
            .formatted(source.size(), HexFormat.ofDelimiter(" ").formatHex(head)));
  }

  private static boolean isText(byte[] head) {
    CharBuffer chars = CharBuffer.allocate(head.length);
    boolean last = head.length < HEAD;
    boolean malformed =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), chars, last).isError();
    return !malformed && chars.flip().chars().noneMatch(ForeignFormat::isControl);
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n';
  }

  private static String firstLine(byte[] head) {
    return new String(head, StandardCharsets.UTF_8)
        .strip()
        .lines()
        .findFirst()
        .map(line -> line.length() > QUOTE ? line.substring(0, QUOTE) + "..." : line)
        .orElse("");
  }
}
