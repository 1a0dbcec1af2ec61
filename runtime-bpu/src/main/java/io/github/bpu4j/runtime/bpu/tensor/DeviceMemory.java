// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbSysMem;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * One cached block that both the CPU and the BPU reach.
 *
 * <p>Memory: allocated and cleared here, freed once by {@link #free()}. What the CPU wrote reaches
 * the device by {@link #clean}, what the device wrote reaches the CPU by {@link #invalidate}. The
 * view from {@link #bytes()} must not be touched after {@link #free()}.
 */
public final class DeviceMemory {
  private final hbSysMem block;
  private final ByteBuffer bytes;

  private DeviceMemory(hbSysMem block, int size) {
    this.block = block;
    this.bytes =
        new BytePointer(block.virAddr())
            .capacity(size)
            .asByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Allocates into a tensor's own description of its memory.
   *
   * @param block zeroed, and reachable as long as the memory is in use
   */
  public static DeviceMemory allocate(hbSysMem block, int size, String what) {
    int code = Dnn.hbSysAllocCachedMem(block, size);
    if (code != NativeCalls.SUCCESS) {
      freeHalfMade(block, what);
      throw NativeCalls.failure(
          code,
          "hbSysAllocCachedMem",
          Activity.OPENING,
          "allocating " + size + " bytes for " + what);
    }
    DeviceMemory memory = new DeviceMemory(block, size);
    try {
      Pointer.memset(block.virAddr(), 0, size);
      memory.clean(Activity.OPENING);
      return memory;
    } catch (RuntimeException e) {
      memory.free();
      throw e;
    }
  }

  /** A failed allocation may still have set an address. */
  private static void freeHalfMade(hbSysMem block, String what) {
    Pointer address = block.virAddr();
    if (address != null && !address.isNull()) {
      NativeCalls.checkQuietly(
          Dnn.hbSysFreeMem(block), "hbSysFreeMem", "freeing a half-made block for " + what);
    }
  }

  /** The CPU's view, the same object on each call. */
  public ByteBuffer bytes() {
    return bytes;
  }

  public void clean(Activity activity) {
    NativeCalls.check(
        Dnn.hbSysFlushMem(block, Dnn.HB_SYS_MEM_CACHE_CLEAN),
        "hbSysFlushMem",
        activity,
        "handing memory to the BPU");
  }

  public void invalidate() {
    NativeCalls.check(
        Dnn.hbSysFlushMem(block, Dnn.HB_SYS_MEM_CACHE_INVALIDATE),
        "hbSysFlushMem",
        Activity.INFERRING,
        "taking results from the BPU");
  }

  /** For results that will not be read. */
  public void invalidateQuietly() {
    NativeCalls.checkQuietly(
        Dnn.hbSysFlushMem(block, Dnn.HB_SYS_MEM_CACHE_INVALIDATE),
        "hbSysFlushMem",
        "taking results from the BPU");
  }

  public void free() {
    NativeCalls.checkQuietly(Dnn.hbSysFreeMem(block), "hbSysFreeMem", "freeing device memory");
  }
}
