// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Controls and observes a stand-in through a file that both map, before and while it is loaded, in
 * this process or another.
 *
 * <p>Settings apply to calls that start later. Counters can be read at any time. Thread-safe,
 * except that two threads must not arm faults at the same time.
 *
 * @since 0.1.0
 */
public final class StubControl {
  private static final List<StubFunction> FUNCTIONS = List.of(StubFunction.values());

  private final ControlBlock block;

  private StubControl(ControlBlock block) {
    this.block = block;
  }

  /**
   * Opens a control file, and creates it if it is missing: the one that {@code BPU4J_STUB_CONTROL}
   * names in the process that loads the stand-in, or {@code libdnn.so.control} next to the library.
   *
   * @throws IOException if the file cannot be mapped or has other content
   */
  public static StubControl open(Path file) throws IOException {
    return new StubControl(ControlBlock.map(file));
  }

  /** Returns the ID of the process that has loaded the stand-in; 0 if none has. */
  public int attachedProcess() {
    return block.getInt(ControlBlock.ATTACHED);
  }

  /**
   * Sets the model that every readable file stands for from now on.
   *
   * @param nameOrPath name of a bundled description or path of a description; "" means that every
   *     file is a description itself
   */
  public void model(String nameOrPath) {
    block.setText(ControlBlock.MODEL, ControlBlock.MODEL_ROOM, nameOrPath);
  }

  /** Sets what {@code hbDNNGetVersion} returns; "" means the stand-in's own version. */
  public void runtimeVersion(String version) {
    block.setText(ControlBlock.RUNTIME, ControlBlock.RUNTIME_ROOM, version);
  }

  /** Sets how long each task is on the core, and how much longer until it is done. */
  public void timing(Duration service, Duration outside) {
    if (service.isNegative() || outside.isNegative()) {
      throw new IllegalArgumentException("times are 0 or more, got " + service + ", " + outside);
    }
    block.setLong(ControlBlock.SERVICE_NANOS, service.toNanos());
    block.setLong(ControlBlock.OUTSIDE_NANOS, outside.toNanos());
  }

  /** Resets the times to those in each model's description. */
  public void modelTiming() {
    block.setLong(ControlBlock.SERVICE_NANOS, -1);
    block.setLong(ControlBlock.OUTSIDE_NANOS, -1);
  }

  /** Sets how many bytes may be allocated at once; 0 means 512 MiB. */
  public void poolBytes(long bytes) {
    block.setLong(ControlBlock.POOL_BYTES, bytes);
  }

  /**
   * Arms a fault; calls are counted from now on.
   *
   * @throws IllegalStateException if 32 are armed already
   */
  public ArmedFault arm(StubFault fault) {
    int armed = block.getInt(ControlBlock.ARMED);
    int slot = Integer.numberOfTrailingZeros(~armed);
    if (slot >= ControlBlock.FAULT_SLOTS) {
      throw new IllegalStateException("32 faults are armed already");
    }
    int at = ControlBlock.FAULTS + slot * ControlBlock.FAULT_BYTES;
    block.setInt(at, ControlBlock.index(fault.function()));
    block.setLong(at + 8, fault.call());
    block.setLong(at + 16, fault.always() ? 0 : 1);
    block.setInt(at + 24, ControlBlock.index(fault.action()));
    block.setInt(at + 28, fault.code());
    block.setLong(at + 32, fault.time().toNanos());
    block.setLong(at + ArmedFault.SEEN, 0);
    block.setLong(at + ArmedFault.FIRED, 0);
    block.setBits(ControlBlock.ARMED, 1 << slot);
    return new ArmedFault(block, slot);
  }

  /** Disarms all faults. Calls and tasks that hang continue to hang until released. */
  public void disarmAll() {
    block.setInt(ControlBlock.ARMED, 0);
  }

  /** Lets all calls and tasks continue that hang now. */
  public void releaseHangs() {
    block.increment(ControlBlock.RELEASE_HANGS);
  }

  /** Switches the recording of calls on or off; off by default because it takes time. */
  public void record(boolean on) {
    block.setInt(ControlBlock.RECORDING, on ? 1 : 0);
  }

  /** Returns how many calls have been recorded so far, kept or not. */
  public long recordedCalls() {
    return block.getLong(ControlBlock.RECORDS);
  }

  /**
   * Returns the recorded calls after the first {@code skipped}, oldest first.
   *
   * <p>The last 4096 are kept; calls that are still being recorded are left out.
   */
  public List<StubCall> calls(long skipped) {
    long end = recordedCalls();
    List<StubCall> calls = new ArrayList<>();
    for (long n = Math.max(skipped, end - ControlBlock.RING_SLOTS); n < end; n++) {
      int at = ControlBlock.RING + (int) (n % ControlBlock.RING_SLOTS) * ControlBlock.RECORD_BYTES;
      StubCall call = read(at);
      if (call.sequence() == n + 1 && block.getLong(at) == n + 1) {
        calls.add(call);
      }
    }
    return calls;
  }

  private StubCall read(int at) {
    long sequence = block.getLong(at);
    return new StubCall(
        sequence,
        FUNCTIONS.get(block.getInt(at + 8)),
        block.getInt(at + 12),
        block.getLong(at + 16),
        block.getLong(at + 24),
        block.getLong(at + 32),
        block.getLong(at + 40),
        block.getInt(at + 48));
  }

  /**
   * Returns how often the function was called since the library was loaded or the last {@link
   * #reset}.
   */
  public long callCount(StubFunction function) {
    return block.getLong(ControlBlock.CALLS + 8 * ControlBlock.index(function));
  }

  /** Returns how often the function returned a code other than 0. */
  public long failureCount(StubFunction function) {
    return block.getLong(ControlBlock.FAILURES + 8 * ControlBlock.index(function));
  }

  /** Returns the objects that exist now. */
  public StubLive live() {
    long[] values = new long[10];
    for (int i = 0; i < values.length; i++) {
      values[i] = block.getLong(ControlBlock.LIVE + 8 * i);
    }
    return new StubLive(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7],
        values[8], values[9]);
  }

  /** Returns the rules that were broken and how often; empty if none was. */
  public Map<StubMisuse, Long> misuse() {
    Map<StubMisuse, Long> counts = new EnumMap<>(StubMisuse.class);
    for (StubMisuse kind : StubMisuse.values()) {
      long count = block.getLong(ControlBlock.MISUSE + 8 * ControlBlock.index(kind));
      if (count != 0) {
        counts.put(kind, count);
      }
    }
    return counts;
  }

  /** Returns the library's last message: misuse, or why a description was rejected; "" if none. */
  public String message() {
    return block.getText(ControlBlock.MESSAGE, ControlBlock.MESSAGE_ROOM);
  }

  /**
   * Releases what hangs, resets the settings to their defaults, and clears the counts of calls,
   * failures and misuse. Existing objects stay and are still counted.
   */
  public void reset() {
    disarmAll();
    releaseHangs();
    record(false);
    model("");
    runtimeVersion("");
    modelTiming();
    poolBytes(0);
    for (int offset = ControlBlock.CALLS; offset < ControlBlock.LIVE; offset += 8) {
      block.setLong(offset, 0);
    }
    block.setText(ControlBlock.MESSAGE, ControlBlock.MESSAGE_ROOM, "");
  }
}
