// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/** A fault that waits for its call, and tells what became of it. */
public final class ArmedFault implements AutoCloseable {
  static final int SEEN = 40;
  static final int FIRED = 48;

  private final ControlBlock block;
  private final int slot;

  ArmedFault(ControlBlock block, int slot) {
    this.block = block;
    this.slot = slot;
  }

  /** How many calls of its function came since it was armed. */
  public long seen() {
    return block.getLong(at() + SEEN);
  }

  /** How many of them it struck. */
  public long fired() {
    return block.getLong(at() + FIRED);
  }

  /** Disarms it; what hangs because of it goes on hanging until released. */
  @Override
  public void close() {
    block.clearBits(ControlBlock.ARMED, 1 << slot);
  }

  private int at() {
    return ControlBlock.FAULTS + slot * ControlBlock.FAULT_BYTES;
  }
}
