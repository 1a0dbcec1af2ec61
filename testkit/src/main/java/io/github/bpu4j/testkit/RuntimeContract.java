// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * The JUnit suite that every {@link io.github.bpu4j.api.spi.InferenceRuntime} has to pass.
 *
 * <p>Extend it in a test of your runtime and implement the methods of {@link RuntimeUnderTest}.
 * Each test checks one sentence of the contract; tests for conditions that the runtime cannot
 * produce are reported as skipped.
 *
 * @since 0.1.0
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RuntimeContract
    implements LoadingContract,
        RequestContract,
        TimeoutContract,
        ClosingContract,
        ConcurrencyContract {
  private long handlesBefore;

  /** For subclasses. */
  protected RuntimeContract() {}

  @BeforeEach
  final void countHandles() {
    handlesBefore = openHandles();
  }

  @AfterEach
  final void leavesNothingOpen() {
    assertThat(openHandles()).as("native handles open after the test").isEqualTo(handlesBefore);
  }
}
