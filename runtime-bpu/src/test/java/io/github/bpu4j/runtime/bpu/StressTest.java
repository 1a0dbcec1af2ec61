// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.testsupport.ResidentMemory;
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

  /** For code still being compiled, and in the short form a heap that is touched bit by bit. */
  private static final long ALLOWED_GROWTH = 48L << 20;

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
    List<Long> resident = harass(workers, left, control);
    Map<String, Long> outcomes = StressWorker.joinAll(workers);
    models.close();
    System.out.println("stress: " + outcomes);
    System.out.println("stress: resident bytes after each tenth " + resident);
    assertThat(outcomes)
        .containsKeys("answered", "InferenceTimeoutException", "InferenceException");
    StandIn.assertClean();
    assertThat(resident.get(resident.size() - 1) - resident.get(0)).isLessThan(ALLOWED_GROWTH);
  }

  /** Arms faults and interrupts until all is done; returns the resident memory at each tenth. */
  private static List<Long> harass(List<StressWorker> workers, AtomicLong left, StubControl control)
      throws Exception {
    Harassment harassment = new Harassment(control, SEED);
    List<Long> resident = new ArrayList<>();
    while (workers.stream().anyMatch(Thread::isAlive)) {
      harassment.strike(workers);
      if (left.get() <= INFERENCES / 10 * (9 - resident.size())) {
        resident.add(ResidentMemory.bytes());
      }
    }
    control.disarmAll();
    control.releaseHangs();
    return resident;
  }
}
