// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong in the stress test: one fault, interrupt or slow spell at a time. */
final class Harassment {
  private static final List<StubFunction> FUNCTIONS =
      List.of(
          StubFunction.INFER,
          StubFunction.INFER,
          StubFunction.WAIT_TASK_DONE,
          StubFunction.WAIT_TASK_DONE,
          StubFunction.RELEASE_TASK,
          StubFunction.FLUSH_MEM,
          StubFunction.ALLOC_CACHED_MEM,
          StubFunction.INITIALIZE_FROM_FILES,
          StubFunction.GET_OUTPUT_TENSOR_PROPERTIES);

  private static final List<StatusCode> CODES =
      List.of(
          StatusCode.HB_DNN_INVALID_ARGUMENT,
          StatusCode.HB_DNN_OUT_OF_MEMORY,
          StatusCode.HB_DNN_TIMEOUT,
          StatusCode.HB_DNN_TASK_NUM_EXCEED_LIMIT,
          StatusCode.HB_DNN_RUN_TASK_FAILED,
          StatusCode.HB_SYS_OUT_OF_MEMORY);

  private final StubControl control;
  private final SplittableRandom random;

  Harassment(StubControl control, long seed) {
    this.control = control;
    this.random = new SplittableRandom(seed);
  }

  void strike(List<StressWorker> workers) throws InterruptedException {
    control.disarmAll();
    switch (random.nextInt(8)) {
      case 0 -> workers.get(random.nextInt(workers.size())).interrupt();
      case 1 -> control.timing(Duration.ofNanos(random.nextInt(200_000)), Duration.ZERO);
      case 2 -> control.timing(Duration.ZERO, Duration.ZERO);
      case 3 -> control.arm(StubFault.slow(Duration.ofMillis(1 + random.nextInt(30))));
      default -> control.arm(failure().atCall(1 + random.nextInt(50)));
    }
    Thread.sleep(random.nextInt(3));
  }

  private StubFault failure() {
    StubFunction function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    return StubFault.fail(function, CODES.get(random.nextInt(CODES.size())).code());
  }
}
