// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.stubs.StubControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Eight threads infer while timeouts, faults, interrupts and closes strike at random.
 *
 * <p>{@code -Dbpu4j.stress=1000000} sets the number of inferences, {@code -Dbpu4j.stress.seed=} the
 * seed that is printed.
 */
class StressTest {
  private static final int THREADS = 8;
  private static final long INFERENCES = Long.getLong("bpu4j.stress", 20_000);
  private static final long SEED = Long.getLong("bpu4j.stress.seed", System.nanoTime());

  /** Heap growth within the surefire limit aside, nothing may pile up: not a byte per inference. */
  private static final long ALLOWED_GROWTH_KIB = 96 * 1024;

  @Test
  void survives() throws Exception {
    System.out.println("stress: " + INFERENCES + " inferences, seed " + SEED);
    StubControl control = StandIn.reset();
    AtomicLong left = new AtomicLong(INFERENCES);
    StressModels models = new StressModels();
    List<StressWorker> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      workers.add(new StressWorker(models, left, SEED + i));
    }
    workers.forEach(Thread::start);
    long residentEarly = harass(workers, left, control);
    Map<String, Long> outcomes = StressWorker.joinAll(workers);
    long residentLate = residentKib();
    models.close();
    System.out.println("stress: " + outcomes);
    System.out.println(
        "stress: resident " + residentEarly + " KiB after a tenth, then " + residentLate + " KiB");
    assertThat(outcomes)
        .containsKeys("answered", "InferenceTimeoutException", "InferenceException");
    StandIn.assertClean();
    assertThat(residentLate - residentEarly).isLessThan(ALLOWED_GROWTH_KIB);
  }

  /** Arms faults and interrupts until all is done; returns the resident memory after a tenth. */
  private static long harass(List<StressWorker> workers, AtomicLong left, StubControl control)
      throws Exception {
    Harassment harassment = new Harassment(control, SEED);
    long early = 0;
    while (workers.stream().anyMatch(Thread::isAlive)) {
      harassment.strike(workers);
      if (early == 0 && left.get() < INFERENCES / 10 * 9) {
        early = residentKib();
      }
    }
    control.disarmAll();
    control.releaseHangs();
    return early;
  }

  private static long residentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("/proc/self/status tells no VmRSS");
  }
}
