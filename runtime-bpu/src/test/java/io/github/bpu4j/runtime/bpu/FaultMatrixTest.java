// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.NativeStatus;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.ExceptionKind;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.ArmedFault;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFault.Action;
import io.github.bpu4j.stubs.StubFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Fails every call that opening, classifying and closing makes, one at a time, in every way: the
 * exception is the table's, and nothing is left alive.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  /** Calls that give something back: their failure is logged and stops nothing. */
  private static final Set<StubFunction> QUIET =
      EnumSet.of(StubFunction.RELEASE, StubFunction.RELEASE_TASK, StubFunction.FREE_MEM);

  private static final int UNKNOWN_CODE = -6009999;

  private final StubControl control = StandIn.reset();
  private int cases;

  /** What the scenario threw, and whether while opening or while inferring. */
  private record Outcome(Optional<ClassifierException> failure, Activity activity) {}

  @TestFactory
  List<DynamicTest> everyCallFails() {
    List<DynamicTest> tests = new ArrayList<>();
    callsOfOneRound()
        .forEach(
            (function, calls) -> {
              for (long n = 1; n <= calls; n++) {
                addCall(tests, function, n);
              }
            });
    return tests;
  }

  @AfterAll
  void printCases() {
    System.out.println("fault matrix: " + cases + " cases");
    assertThat(cases).isGreaterThan(400);
  }

  private void addCall(List<DynamicTest> tests, StubFunction function, long n) {
    tests.add(
        DynamicTest.dynamicTest(
            function.symbol() + " call " + n,
            () -> {
              for (StatusCode status : StatusCode.values()) {
                int code = status == StatusCode.UNKNOWN ? UNKNOWN_CODE : status.code();
                failsAsTheTableSays(function, n, code);
              }
              doesNotCrash(StubFault.of(function, Action.CORRUPT).atCall(n));
              doesNotCrash(StubFault.delay(function, Duration.ofMillis(2)).atCall(n));
            }));
    if (function == StubFunction.INFER) {
      tests.add(
          DynamicTest.dynamicTest(
              "task of call " + n + " hangs", () -> timesOut(StubFault.stall().atCall(n))));
    }
  }

  private Map<StubFunction, Long> callsOfOneRound() {
    StandIn.open(StandIn.TINY).close();
    StandIn.reset();
    assertThat(run(StandIn.AMPLE).failure()).isEmpty();
    Map<StubFunction, Long> calls = new EnumMap<>(StubFunction.class);
    for (StubFunction function : StubFunction.values()) {
      if (control.callCount(function) > 0 && function != StubFunction.GET_ERROR_DESC) {
        calls.put(function, control.callCount(function));
      }
    }
    assertThat(calls).hasSizeGreaterThanOrEqualTo(15);
    return calls;
  }

  private void failsAsTheTableSays(StubFunction function, long n, int code) {
    StandIn.reset();
    boolean asksAgain =
        function == StubFunction.RELEASE && code == StatusCode.HB_DNN_MODEL_IS_RUNNING.code();
    Action action = asksAgain ? Action.FAIL_BEFORE : Action.FAIL;
    ArmedFault fault = control.arm(new StubFault(function, action, n, false, code, Duration.ZERO));
    Outcome outcome = run(StandIn.AMPLE);
    assertThat(fault.fired()).isEqualTo(1);
    fault.close();
    boolean retried =
        function == StubFunction.INFER && code == StatusCode.HB_DNN_TASK_NUM_EXCEED_LIMIT.code();
    if (QUIET.contains(function) || retried) {
      assertThat(outcome.failure()).as(function + " " + code).isEmpty();
    } else {
      assertFailure(outcome, function, code);
    }
    assertNothingLeft(function, n, code);
  }

  private static void assertFailure(Outcome outcome, StubFunction function, int code) {
    ExceptionKind row = outcome.activity().exceptionFor(StatusCode.of(code));
    ClassifierException failure = outcome.failure().orElseThrow();
    NativeStatus status = failure.nativeStatus().orElseThrow();
    assertThat(failure)
        .isInstanceOf(row.create("", status).getClass())
        .hasMessageContaining(function.symbol())
        .hasMessageContaining(Integer.toString(code))
        .hasMessageContaining(StatusCode.of(code).remedy());
    assertThat(status.code()).isEqualTo(code);
    assertThat(status.function()).isEqualTo(function.symbol());
  }

  private void timesOut(StubFault fault) {
    StandIn.reset();
    control.arm(fault);
    try (ClassificationModel model = StandIn.open(StandIn.TINY)) {
      try (InferRequest request = model.createRequest()) {
        assertThat(inferred(request, Duration.ofMillis(20)).failure().orElseThrow())
            .isInstanceOf(InferenceTimeoutException.class);
      }
      assertThat(control.live().blocks()).as("kept while the task may write").isEqualTo(2);
      control.releaseHangs();
    }
    assertNothingLeft(fault.function(), fault.call(), 0);
  }

  private void doesNotCrash(StubFault fault) {
    StandIn.reset();
    control.arm(fault);
    Outcome outcome = run(StandIn.AMPLE);
    control.disarmAll();
    if (fault.action() == Action.CORRUPT) {
      outcome
          .failure()
          .ifPresent(
              failure ->
                  assertThat(failure)
                      .isInstanceOfAny(
                          ModelLoadException.class,
                          IncompatibleModelException.class,
                          InferenceException.class,
                          io.github.bpu4j.api.error.ModelMismatchException.class));
    } else {
      assertThat(outcome.failure()).isEmpty();
    }
    assertThat(control.live().isEmpty()).as(fault + " " + control.live()).isTrue();
    cases++;
  }

  private void assertNothingLeft(StubFunction function, long n, int code) {
    assertThat(control.live().isEmpty())
        .as(function + " call " + n + " code " + code + ": " + control.live())
        .isTrue();
    assertThat(control.misuse()).as(control.message()).isEmpty();
    cases++;
  }

  /** Opens, classifies once, and closes. */
  private static Outcome run(Duration timeout) {
    try (ClassificationModel model =
            StandIn.runtime().load(StandIn.file(StandIn.TINY), LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      return inferred(request, timeout);
    } catch (ClassifierException e) {
      return new Outcome(Optional.of(e), Activity.OPENING);
    }
  }

  private static Outcome inferred(InferRequest request, Duration timeout) {
    try {
      request.infer(timeout);
      return new Outcome(Optional.empty(), Activity.INFERRING);
    } catch (ClassifierException e) {
      return new Outcome(Optional.of(e), Activity.INFERRING);
    }
  }
}
