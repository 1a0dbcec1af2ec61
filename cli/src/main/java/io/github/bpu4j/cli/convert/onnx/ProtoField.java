// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a protobuf message.
 *
 * @param number of the field
 * @param wireType how the value is stored
 * @param value its bytes, without tag and length; a view, not a copy
 */
record ProtoField(int number, int wireType, ByteBuffer value) {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int FIXED32 = 5;

  static ProtoField integer(int number, long value) {
    return new ProtoField(number, VARINT, varint(value));
  }

  static ProtoField real(int number, float value) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new ProtoField(number, FIXED32, bytes.putFloat(0, value));
  }

  static ProtoField text(int number, String text) {
    return new ProtoField(number, LENGTH, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  static ProtoField message(int number, ProtoMessage message) {
    return new ProtoField(number, LENGTH, ByteBuffer.wrap(message.toBytes()));
  }

  long integer() throws IOException {
    return readVarint(value.duplicate());
  }

  float real() {
    return little().getFloat(0);
  }

  String text() {
    return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
  }

  ProtoMessage message() throws IOException {
    return ProtoMessage.parse(value);
  }

  /** One integer, or a packed run of them. */
  List<Long> integers() throws IOException {
    List<Long> all = new ArrayList<>();
    ByteBuffer bytes = value.duplicate();
    while (bytes.hasRemaining()) {
      all.add(readVarint(bytes));
    }
    return all;
  }

  /** The value in the byte order of the format, from position 0. */
  ByteBuffer little() {
    return value.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Appends the field to a message of {@code to}. */
  void write(ByteBuffer to) {
    to.put(varint((long) number << 3 | wireType));
    if (wireType == LENGTH) {
      to.put(varint(value.remaining()));
    }
    to.put(value.duplicate());
  }

  /** The bytes that {@link #write} takes. */
  int size() {
    int length = wireType == LENGTH ? varint(value.remaining()).remaining() : 0;
    return varint((long) number << 3 | wireType).remaining() + length + value.remaining();
  }

  private static ByteBuffer varint(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    return bytes.put((byte) rest).flip();
  }

  static long readVarint(ByteBuffer from) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64 && from.hasRemaining(); shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("it is damaged: a number has no end");
  }
}
