// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes that Java and the library share through one mapped file; the layout is that of {@code
 * Control} in {@code control.h}, little-endian.
 *
 * <p>Memory: the mapping lives as long as this object is reachable; no address leaves it.
 */
final class ControlBlock {
  static final int SIZE = 270_336;
  static final int FAULT_SLOTS = 32;
  static final int RING_SLOTS = 4096;

  static final int ATTACHED = 16;
  static final int RECORDING = 20;
  static final int RELEASE_HANGS = 24;
  static final int ARMED = 28;
  static final int SERVICE_NANOS = 32;
  static final int OUTSIDE_NANOS = 40;
  static final int POOL_BYTES = 48;
  static final int MODEL = 64;
  static final int MODEL_ROOM = 512;
  static final int RUNTIME = 576;
  static final int RUNTIME_ROOM = 64;
  static final int FAULTS = 640;
  static final int FAULT_BYTES = 64;
  static final int CALLS = 4096;
  static final int FAILURES = 4352;
  static final int MISUSE = 4608;
  static final int LIVE = 4864;
  static final int MESSAGE = 5120;
  static final int MESSAGE_ROOM = 1024;
  static final int RECORDS = 6144;
  static final int RING = 8192;
  static final int RECORD_BYTES = 64;

  private static final long MAGIC = 0x424f525455345042L;
  private static final int VERSION = 1;

  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer bytes;

  private ControlBlock(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Maps the file, and initializes it if it is missing or empty. */
  static ControlBlock map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size != 0 && size != SIZE) {
        throw new IOException(
            file + ": got " + size + " bytes, expected a control block of " + SIZE);
      }
      MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      ControlBlock block = new ControlBlock(mapped);
      if (size == 0) {
        block.clear();
      } else if (block.getLong(0) != MAGIC || block.getInt(8) != VERSION) {
        throw new IOException(file + ": not a control block of version " + VERSION);
      }
      return block;
    }
  }

  private void clear() {
    setLong(SERVICE_NANOS, -1);
    setLong(OUTSIDE_NANOS, -1);
    setInt(8, VERSION);
    setInt(12, SIZE);
    setLong(0, MAGIC);
  }

  /** Returns the number of a value in C; both sides list the same values in the same order. */
  @SuppressWarnings("EnumOrdinal")
  static int index(Enum<?> value) {
    return value.ordinal();
  }

  int getInt(int offset) {
    return (int) INT.getAcquire(bytes, offset);
  }

  void setInt(int offset, int value) {
    INT.setRelease(bytes, offset, value);
  }

  void setBits(int offset, int bits) {
    INT.getAndBitwiseOr(bytes, offset, bits);
  }

  void clearBits(int offset, int bits) {
    INT.getAndBitwiseAnd(bytes, offset, ~bits);
  }

  void increment(int offset) {
    INT.getAndAdd(bytes, offset, 1);
  }

  long getLong(int offset) {
    return (long) LONG.getAcquire(bytes, offset);
  }

  void setLong(int offset, long value) {
    LONG.setRelease(bytes, offset, value);
  }

  /** Returns the UTF-8 text up to its NUL. */
  String getText(int offset, int room) {
    byte[] text = new byte[room];
    bytes.get(offset, text);
    int length = 0;
    while (length < room && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  void setText(int offset, int room, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    if (text.length >= room) {
      throw new IllegalArgumentException(
          "\"" + value + "\" takes " + text.length + " bytes, at most " + (room - 1) + " fit");
    }
    byte[] padded = new byte[room];
    System.arraycopy(text, 0, padded, 0, text.length);
    bytes.put(offset, padded);
  }
}
