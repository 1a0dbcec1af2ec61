// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.api.spi.PrivateFolder;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that run for one model now, so that closing it can end them. */
public final class RunningPrograms {
  private final Set<VendorProcess> running = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  VendorProcess start(List<String> command, PrivateFolder folder) throws IOException {
    VendorProcess process = VendorProcess.start(command, folder);
    running.add(process);
    if (ended) {
      process.kill();
    }
    return process;
  }

  void remove(VendorProcess process) {
    running.remove(process);
  }

  /** Whether {@link #endAll} was called, so that a failure is not the fault of the program. */
  boolean isEnded() {
    return ended;
  }

  /** Ends all that run now and each that is started later. */
  public void endAll() {
    ended = true;
    running.forEach(VendorProcess::kill);
  }
}
