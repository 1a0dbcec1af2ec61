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
 * <p>Extend it in a test of your runtime and answer the methods of {@link RuntimeUnderTest}. Each
 * test states one sentence of the contract; what a runtime cannot be brought to do is skipped and
 * shows as such.
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
