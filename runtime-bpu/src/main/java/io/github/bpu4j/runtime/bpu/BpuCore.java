// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

/**
 * Which BPU core runs a model. The X5 has one, so both choices mean the same hardware there.
 *
 * @since 0.1.0
 */
public enum BpuCore {
  /** Whichever is free; the default. */
  ANY(0),
  /** The first core. */
  CORE_0(1);

  private final int id;

  BpuCore(int id) {
    this.id = id;
  }

  /** The number that libdnn and the vendor's {@code --core_id} use: 0 for any, 1 for core 0. */
  public int id() {
    return id;
  }

  /**
   * The core of a vendor number.
   *
   * @throws IllegalArgumentException unless it is 0 or 1
   */
  public static BpuCore ofId(int id) {
    for (BpuCore core : values()) {
      if (core.id == id) {
        return core;
      }
    }
    throw new IllegalArgumentException(
        "core id " + id + ": expected 0 (any) or 1 (core 0), the X5 has one core");
  }
}
