// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * An armed fault, which reports whether it has fired.
 *
 * @since 0.1.0
 */
public final class ArmedFault implements AutoCloseable {
  static final int SEEN = 40;
  static final int FIRED = 48;

  private final ControlBlock block;
  private final int slot;

  ArmedFault(ControlBlock block, int slot) {
    this.block = block;
    this.slot = slot;
  }

  /** Returns how many calls of its function there were since it was armed. */
  public long seen() {
    return block.getLong(at() + SEEN);
  }

  /** Returns in how many of them it fired. */
  public long fired() {
    return block.getLong(at() + FIRED);
  }

  /** Disarms it; calls and tasks that it made hang continue to hang until released. */
  @Override
  public void close() {
    block.clearBits(ControlBlock.ARMED, 1 << slot);
  }

  private int at() {
    return ControlBlock.FAULTS + slot * ControlBlock.FAULT_BYTES;
  }
}
