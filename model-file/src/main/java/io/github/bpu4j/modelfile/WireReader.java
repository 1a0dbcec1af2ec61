// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/**
 * Walks a message in the protobuf wire format without a schema and without loading it.
 *
 * <p>A visitor is called for each field and takes the value in the form it expects; a value that it
 * does not take is skipped by position, at no cost for its length. Memory is allocated only after a
 * claimed length was checked against the bytes that are there, and everything kept of one file is
 * charged to one {@link ReadingBudget}.
 */
final class WireReader {
  /** Wire types: how the value of a field is stored. */
  private static final int VARINT = 0;

  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  /** Bytes of one text. The longest real ones are build records that list every node. */
  static final int TEXT_LIMIT = 1 << 20;

  /** Takes the fields of one message. */
  @FunctionalInterface
  interface Visitor {
    void visit(int field) throws IOException;
  }

  /** Where the value of a length-delimited field lies in the file. */
  record Span(long start, long length) {}

  private final ByteSource source;
  private final ByteWindow window;
  private final ReadingBudget budget = new ReadingBudget();
  private long position;
  private long end;
  private int field;
  private int wireType;
  private boolean pending;
  private int depth;

  WireReader(ByteSource source) {
    this.source = source;
    this.end = source.size();
    this.window = new ByteWindow(source);
  }

  /** Visits the fields of the whole file. */
  void file(Visitor visitor) throws IOException {
    visitAll(visitor);
  }

  /** Visits the fields of a message whose place is known. */
  void message(Span span, Visitor visitor) throws IOException {
    position = span.start();
    visitUpTo(span.start() + span.length(), visitor);
  }

  /** Visits the fields of the message that is the current field's value; returns its place. */
  Span message(Visitor visitor) throws IOException {
    budget.keep(0, position);
    long length = length();
    Span span = new Span(position, length);
    visitUpTo(position + length, visitor);
    return span;
  }

  /** Whether the current field's value is a message, a text or another run of bytes. */
  boolean hasLength() {
    return wireType == LENGTH;
  }

  /** Takes the current field's value as an integer. */
  long integer() throws IOException {
    require(VARINT);
    return varint();
  }

  /** Takes the current field's value as one integer or a packed run of them. */
  void integers(LongConsumer sink) throws IOException {
    if (wireType == VARINT) {
      budget.keep(0, position);
      sink.accept(integer());
      return;
    }
    long stop = length() + position;
    while (position < stop) {
      budget.keep(0, position);
      sink.accept(varint());
    }
    if (position > stop) {
      throw damaged("a run of numbers is longer than it says");
    }
  }

  /** Takes the current field's value as one float or a packed run of them. */
  void floats(DoubleConsumer sink) throws IOException {
    long length = wireType == FIXED32 ? 4 : length();
    pending = false;
    if (length % 4 != 0) {
      throw damaged("a run of floats takes " + length + " bytes, which is not a multiple of 4");
    }
    checkRoom(length);
    for (long i = 0; i < length; i += 4) {
      budget.keep(0, position);
      sink.accept(Float.intBitsToFloat(fixed32()));
    }
  }

  /** Takes the current field's value as text; bytes that are not UTF-8 are an error. */
  String text() throws IOException {
    byte[] bytes = bytes();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw damaged("a name is not UTF-8 text");
    }
  }

  /** Takes the current field's value as text; bytes that are not UTF-8 become U+FFFD. */
  String lenientText() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Takes only the place of the current field's value, and skips it. */
  Span span() throws IOException {
    long length = length();
    Span span = new Span(position, length);
    position += length;
    return span;
  }

  /** The error for a contradiction at the current place. */
  ModelFileException damaged(String what) {
    return new ModelFileException(
        Reason.DAMAGED, "it is damaged near byte " + position + ": " + what);
  }

  private void visitUpTo(long stop, Visitor visitor) throws IOException {
    long outer = end;
    end = stop;
    depth++;
    visitAll(visitor);
    depth--;
    end = outer;
  }

  private void visitAll(Visitor visitor) throws IOException {
    while (position < end) {
      readTag();
      visitor.visit(field);
      if (pending) {
        skip();
      }
    }
  }

  private void readTag() throws IOException {
    budget.visitField();
    long tag = varint();
    long number = tag >>> 3;
    if (number < 1 || number >= 1 << 29) {
      throw damaged("a field has the number " + number);
    }
    field = (int) number;
    wireType = (int) (tag & 7);
    pending = true;
  }

  private void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> advance(8);
      case LENGTH -> span();
      case FIXED32 -> advance(4);
      default -> throw damaged("field " + field + " has the unknown wire type " + wireType);
    }
    pending = false;
  }

  private void advance(long count) throws IOException {
    checkRoom(count);
    position += count;
  }

  private byte[] bytes() throws IOException {
    long length = length();
    if (length > TEXT_LIMIT) {
      throw new ModelFileException(
          Reason.TOO_LARGE,
          "it holds a text of "
              + length
              + " bytes at byte "
              + position
              + ", expected at most "
              + TEXT_LIMIT);
    }
    budget.keep(2 * length, position);
    byte[] bytes = new byte[(int) length];
    window.copy(position, bytes);
    position += length;
    return bytes;
  }

  /** Reads the length of the current field's value and checks that so many bytes follow. */
  private long length() throws IOException {
    require(LENGTH);
    long length = varint();
    checkRoom(length);
    return length;
  }

  private void checkRoom(long length) throws IOException {
    long room = end - position;
    if (length < 0) {
      throw damaged("field " + field + " has a negative length");
    }
    if (length > room) {
      throw depth == 0
          ? truncated(", but its field " + field + " needs " + (length - room) + " bytes more")
          : damaged("field " + field + " needs " + length + " bytes where " + room + " are left");
    }
  }

  private void require(int expected) throws IOException {
    if (wireType != expected) {
      throw damaged(
          "field " + field + " is stored as wire type " + wireType + ", expected " + expected);
    }
    pending = false;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = nextByte();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw damaged("a number is longer than 64 bits");
  }

  private int fixed32() throws IOException {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (nextByte() & 0xff) << shift;
    }
    return value;
  }

  private byte nextByte() throws IOException {
    if (position >= end) {
      throw depth == 0
          ? truncated(" in the middle of a field")
          : damaged("a message ends in the middle of a field");
    }
    return window.at(position++);
  }

  private ModelFileException truncated(String how) {
    return new ModelFileException(
        Reason.TRUNCATED, "it is cut short: it ends after " + source.size() + " bytes" + how);
  }
}
