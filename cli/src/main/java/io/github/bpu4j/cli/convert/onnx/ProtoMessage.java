// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A protobuf message that keeps every field in its order, known or not, so that a changed copy
 * differs only where it was changed.
 *
 * @param fields in the order of the file
 */
record ProtoMessage(List<ProtoField> fields) {
  ProtoMessage {
    fields = List.copyOf(fields);
  }

  /** Splits a message into its fields; those within them are parsed when they are asked for. */
  static ProtoMessage parse(ByteBuffer bytes) throws IOException {
    ByteBuffer rest = bytes.duplicate();
    List<ProtoField> fields = new ArrayList<>();
    while (rest.hasRemaining()) {
      long tag = ProtoField.readVarint(rest);
      int wireType = (int) (tag & 7);
      int start = rest.position();
      long length =
          switch (wireType) {
            case ProtoField.VARINT -> varintLength(rest);
            case ProtoField.FIXED64 -> Long.BYTES;
            case ProtoField.FIXED32 -> Integer.BYTES;
            case ProtoField.LENGTH -> {
              long claimed = ProtoField.readVarint(rest);
              start = rest.position();
              yield claimed;
            }
            default -> throw new IOException("it is damaged: unknown wire type " + wireType);
          };
      if (length < 0 || length > rest.limit() - start) {
        throw new IOException("it is damaged: a field is longer than the file");
      }
      fields.add(new ProtoField((int) (tag >>> 3), wireType, rest.slice(start, (int) length)));
      rest.position(start + (int) length);
    }
    return new ProtoMessage(fields);
  }

  private static int varintLength(ByteBuffer from) throws IOException {
    int start = from.position();
    ProtoField.readVarint(from);
    return from.position() - start;
  }

  Stream<ProtoField> all(int number) {
    return fields.stream().filter(field -> field.number() == number);
  }

  Optional<ProtoField> last(int number) {
    return all(number).reduce((first, second) -> second);
  }

  long integer(int number, long otherwise) throws IOException {
    Optional<ProtoField> field = last(number);
    return field.isPresent() ? field.get().integer() : otherwise;
  }

  String text(int number) {
    return last(number).map(ProtoField::text).orElse("");
  }

  List<String> texts(int number) {
    return all(number).map(ProtoField::text).toList();
  }

  List<ProtoMessage> messages(int number) throws IOException {
    List<ProtoMessage> messages = new ArrayList<>();
    for (ProtoField field : all(number).toList()) {
      messages.add(field.message());
    }
    return messages;
  }

  List<Long> integers(int number) throws IOException {
    List<Long> integers = new ArrayList<>();
    for (ProtoField field : all(number).toList()) {
      integers.addAll(field.integers());
    }
    return integers;
  }

  /** A copy without some fields. */
  ProtoMessage without(Predicate<ProtoField> removed) {
    return new ProtoMessage(fields.stream().filter(removed.negate()).toList());
  }

  /** A copy with more fields at its end. */
  ProtoMessage with(List<ProtoField> more) {
    return new ProtoMessage(Stream.concat(fields.stream(), more.stream()).toList());
  }

  /** A copy with another value of a field that occurs once. */
  ProtoMessage with(ProtoField value) {
    return without(field -> field.number() == value.number()).with(List.of(value));
  }

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(fields.stream().mapToInt(ProtoField::size).sum());
    fields.forEach(field -> field.write(bytes));
    return bytes.array();
  }
}
