// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A message in the protobuf wire format that can be taken apart, edited and written again. */
public final class WireTree {
  /** One field; its value is a Long (varint), a byte[] or a WireTree. */
  public record Field(int number, Object value) {}

  private final List<Field> fields = new ArrayList<>();

  /** Parses one level of a message; only varints and length-delimited fields, as in model files. */
  public static WireTree parse(byte[] message) {
    var tree = new WireTree();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long tag = varint(in);
      if ((tag & 7) == 0) {
        tree.add((int) (tag >> 3), varint(in));
      } else {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        tree.add((int) (tag >> 3), bytes);
      }
    }
    return tree;
  }

  /** Appends a field: a Long or Integer, a String, a byte[] or a WireTree. */
  public WireTree add(int number, Object value) {
    fields.add(new Field(number, plain(value)));
    return this;
  }

  /** Replaces the value of the only field with that number. */
  public WireTree set(int number, Object value) {
    fields.removeIf(field -> field.number() == number);
    return add(number, value);
  }

  /** Removes the fields with that number whose message matches the predicate. */
  public WireTree removeIf(int number, Predicate<WireTree> test) {
    fields.removeIf(field -> field.number() == number && test.test(opened(field.value())));
    return this;
  }

  /** Returns the message in the n-th field with that number; edits of it take effect. */
  public WireTree at(int number, int n) {
    int seen = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).number() == number && seen++ == n) {
        WireTree message = opened(fields.get(i).value());
        fields.set(i, new Field(number, message));
        return message;
      }
    }
    throw new IllegalArgumentException("no field " + number + " [" + n + "]");
  }

  /** Returns how many fields have that number. */
  public int count(int number) {
    return (int) fields.stream().filter(field -> field.number() == number).count();
  }

  /** Returns the text in the first field of that number, or "" if there is none. */
  public String text(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> new String((byte[]) field.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  /** Returns the bytes in the first field of that number. */
  public byte[] bytes(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(
            field -> field.value() instanceof WireTree tree ? tree.bytes() : (byte[]) field.value())
        .findFirst()
        .orElseThrow();
  }

  /** Returns an independent copy. */
  public WireTree copy() {
    return parse(bytes());
  }

  /** Writes the message. */
  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    for (Field field : fields) {
      if (field.value() instanceof Long number) {
        varint(out, (long) field.number() << 3);
        varint(out, number);
      } else {
        byte[] bytes =
            field.value() instanceof WireTree tree ? tree.bytes() : (byte[]) field.value();
        varint(out, ((long) field.number() << 3) | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  /** Writes numbers one after another, as packed fields hold them. */
  public static byte[] packed(long... numbers) {
    var out = new ByteArrayOutputStream();
    for (long number : numbers) {
      varint(out, number);
    }
    return out.toByteArray();
  }

  private static WireTree opened(Object value) {
    return value instanceof WireTree tree ? tree : parse((byte[]) value);
  }

  private static Object plain(Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : value;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
      out.write((int) ((rest & 0x7f) | 0x80));
    }
    out.write((int) rest);
  }
}
