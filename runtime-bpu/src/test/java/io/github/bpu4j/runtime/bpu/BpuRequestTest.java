// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.StubCall;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One picture through the stand-in: order of calls, memory, outputs and failures. */
class BpuRequestTest {
  private static final String FIVE_OUTPUTS = "quantized_outputs";
  private static final LoadOptions DEFAULTS = LoadOptions.defaults();

  private final StubControl control = StandIn.reset();

  @AfterEach
  void nothingIsLeft() {
    control.disarmAll();
    control.releaseHangs();
    StandIn.assertClean();
  }

  @Test
  void callsInTheOrderThatTheBoardNeeds() {
    try (ClassificationModel model = StandIn.open(StandIn.TINY);
        InferRequest request = model.createRequest()) {
      control.record(true);
      request.infer(Duration.ofMillis(1500));
      assertThat(control.calls(0).stream().map(StubCall::function))
          .containsExactly(
              StubFunction.FLUSH_MEM,
              StubFunction.INFER,
              StubFunction.WAIT_TASK_DONE,
              StubFunction.RELEASE_TASK,
              StubFunction.FLUSH_MEM);
      List<StubCall> calls = control.calls(0);
      assertThat(calls.get(0).second()).as("clean the input").isEqualTo(2);
      assertThat(calls.get(2).second()).as("a finite wait").isBetween(1L, 1500L);
      assertThat(calls.get(4).second()).as("invalidate the scores").isEqualTo(1);
    }
  }

  @Test
  void laysRowsOutAtTheModelsPitch() {
    try (ClassificationModel model = StandIn.open(StandIn.NARROW);
        InferRequest request = model.createRequest()) {
      assertThat(request.input().rowPitch()).isEqualTo(64);
      float[] scores = new float[10];
      for (int i = 0; i < 20; i++) {
        byte[] picture = Checksums.picture(50, 34, i);
        Checksums.write(picture, request.input());
        request.infer(StandIn.AMPLE);
        request.readScores(scores);
        assertThat(scores).containsExactly(Checksums.scores(picture, 10));
      }
    }
  }

  @Test
  void answersAsThePublishedSampleDoes() {
    try (ClassificationModel model = StandIn.open(StandIn.RESNET18);
        InferRequest request = model.createRequest()) {
      float[] scores = new float[1000];
      request.infer(StandIn.AMPLE);
      request.readScores(scores);
      assertThat(scores[270]).isEqualTo(0.9523688f);
    }
  }

  @Test
  void takesTheOutputByItsNameAndDequantizesIt() {
    String model = "resnet18_224x224_nv12_two_outputs";
    assertThat(scores(model, DEFAULTS.withOutputName("prob"))[270]).isEqualTo(0.9523688f);
    assertThat(scores(model, DEFAULTS.withOutputName("features")))
        .containsExactly(-12.5f, 7.25f, 1.375f, 40f);
    assertThatThrownBy(() -> scores(model, DEFAULTS))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("prob [1, 1000, 1, 1]")
        .hasMessageContaining("features [1, 4, 1, 1]");
  }

  @Test
  void undoesEveryKindOfQuantization() {
    for (String output :
        List.of(
            "shift_s8_per_tensor",
            "scale_s8_per_channel",
            "scale_s16_per_tensor",
            "scale_s32_per_channel")) {
      float[] scores = scores(FIVE_OUTPUTS, DEFAULTS.withOutputName(output));
      assertThat(scores).as(output).hasSize(10);
      assertThat(scores[7]).as(output).isEqualTo(6.25f);
    }
    float[] shifted = scores(FIVE_OUTPUTS, DEFAULTS.withOutputName("shift_s16_per_channel"));
    assertThat(shifted).containsExactly(-2, -2, -2, -2, -2, -2, -2, 6.25f, -2, -2);
  }

  @Test
  void takesFloatScoresAsTheyStandWhateverIsDescribed() {
    for (String output :
        List.of("scale_f32_per_channel", "scale_f16_per_tensor", "shift_f64_per_channel")) {
      float[] scores = scores("float_outputs_with_scales", DEFAULTS.withOutputName(output));
      assertThat(scores).as(output).containsExactly(-1, -1, -1, -1, -1, -1, -1, 6.25f, -1, -1);
    }
  }

  @Test
  void choosesAModelOfAPackedFileByName() {
    assertThat(scores("two_models", DEFAULTS.withModelName("first_48x32_nv12"))).hasSize(10);
    assertThat(scores("two_models", DEFAULTS.withModelName("second_64x64_nv12"))).hasSize(1000);
    assertThatThrownBy(() -> scores("two_models", DEFAULTS))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("[first_48x32_nv12, second_64x64_nv12]");
  }

  @Test
  void submitsAgainWhileTheQueueIsFull() {
    int full = StatusCode.HB_DNN_TASK_NUM_EXCEED_LIMIT.code();
    try (ClassificationModel model = StandIn.open(StandIn.TINY);
        InferRequest request = model.createRequest()) {
      for (int n = 1; n <= 5; n++) {
        control.arm(StubFault.fail(StubFunction.INFER, full).atCall(n));
      }
      request.infer(StandIn.AMPLE);
      assertThat(control.callCount(StubFunction.INFER)).isEqualTo(6);
    }
  }

  @Test
  void staysUsableWhenTheQueueStaysFull() {
    int full = StatusCode.HB_DNN_TASK_NUM_EXCEED_LIMIT.code();
    try (ClassificationModel model = StandIn.open(StandIn.TINY);
        InferRequest request = model.createRequest()) {
      control.arm(StubFault.fail(StubFunction.INFER, full).forever());
      assertThatThrownBy(() -> request.infer(Duration.ofMillis(30)))
          .isInstanceOf(ClassifierBusyException.class)
          .hasMessageContaining("had no room for the picture within 30 ms");
      control.disarmAll();
      request.infer(StandIn.AMPLE);
    }
  }

  @Test
  void speaksOfTheTimeoutOnlyWhenItPassed() {
    int invalid = StatusCode.HB_DNN_INVALID_ARGUMENT.code();
    try (ClassificationModel model = StandIn.open(StandIn.TINY);
        InferRequest request = model.createRequest()) {
      control.arm(StubFault.fail(StubFunction.INFER, invalid));
      assertThatThrownBy(() -> request.infer(StandIn.AMPLE))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("failed to classify the picture")
          .hasMessageContaining("HB_DNN_INVALID_ARGUMENT")
          .hasMessageNotContaining("within");
    }
  }

  @Test
  void runs40PicturesAtOnceThoughTheQueueHolds32() throws InterruptedException {
    control.arm(StubFault.stall());
    try (ClassificationModel model = StandIn.open(StandIn.TINY)) {
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        threads.add(new Thread(() -> inferOnce(model, failures)));
      }
      threads.forEach(Thread::start);
      long end = System.nanoTime() + StandIn.AMPLE.toNanos();
      while (control.failureCount(StubFunction.INFER) < 8 && System.nanoTime() < end) {
        Thread.sleep(1);
      }
      assertThat(control.live().tasks()).isEqualTo(32);
      control.releaseHangs();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  private static void inferOnce(ClassificationModel model, List<Throwable> failures) {
    try (InferRequest request = model.createRequest()) {
      request.infer(StandIn.AMPLE);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  @Test
  void keepsTheMemoryOfATimedOutPictureUntilALaterOneHasEnded() throws InterruptedException {
    try (ClassificationModel model = StandIn.open(StandIn.TINY)) {
      control.arm(StubFault.stall());
      try (InferRequest request = model.createRequest()) {
        assertThatThrownBy(() -> request.infer(Duration.ofMillis(20)))
            .isInstanceOf(InferenceTimeoutException.class)
            .hasMessageContaining("gave no answer within 20 ms")
            .hasMessageContaining("HB_DNN_TIMEOUT");
      }
      Thread.sleep(50);
      model.createRequest().close();
      assertThat(control.live().blocks()).as("its task is still on the core").isEqualTo(2);
      control.releaseHangs();
      try (InferRequest later = model.createRequest()) {
        later.infer(StandIn.AMPLE);
        Thread.sleep(50);
      }
      model.createRequest().close();
      assertThat(control.live().blocks()).as("a later one has ended").isZero();
    }
  }

  @Test
  void refusesMoreWorkWhenTheBpuHoldsTooMuchMemory() {
    try (ClassificationModel model = StandIn.open(StandIn.TINY)) {
      control.arm(StubFault.stall());
      for (int i = 0; i < Quarantine.CAPACITY; i++) {
        InferRequest request = model.createRequest();
        assertThatThrownBy(() -> request.infer(Duration.ofMillis(2)))
            .isInstanceOf(InferenceTimeoutException.class);
        request.close();
      }
      assertThatThrownBy(model::createRequest)
          .isInstanceOf(ClassifierBusyException.class)
          .hasMessageContaining("32 failed or timed-out pictures");
      control.releaseHangs();
    }
  }

  @Test
  void passesCoreAndPriorityOnlyWhenAskedTo() {
    BpuRuntime runtime = new BpuRuntime(StandIn.options().withCore(BpuCore.CORE_0).withPriority(7));
    try (ClassificationModel model = runtime.load(StandIn.file(StandIn.TINY), DEFAULTS);
        InferRequest request = model.createRequest()) {
      request.infer(StandIn.AMPLE);
    }
    assertThatThrownBy(() -> StandIn.options().withPriority(254))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 (lowest) to 253");
    assertThatThrownBy(() -> BpuCore.ofId(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("core id 2");
    assertThat(BpuCore.ofId(1)).isSameAs(BpuCore.CORE_0);
  }

  private static float[] scores(String name, LoadOptions options) {
    try (ClassificationModel model = StandIn.runtime().load(StandIn.file(name), options);
        InferRequest request = model.createRequest()) {
      float[] scores = new float[model.info().classes()];
      request.infer(StandIn.AMPLE);
      request.readScores(scores);
      return scores;
    }
  }
}
