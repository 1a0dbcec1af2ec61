// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The judgment of an answer, and the verdict over a machine. */
final class CarriedInferenceTest {
  private static final String NETWORK = "efficientnet_lite0";

  @Test
  void theKnownAnswer() {
    assertThat(judged(NETWORK, 285, 0.7956f))
        .isEqualTo(
            Diagnosis.INFERENCE_OK.with(
                NETWORK + " on onnx: a photo of a cat is class 285, name, 0.7956, in 12.3 ms"));
    assertThat(judged(NETWORK, 285, 0.76f).diagnosis()).isEqualTo(Diagnosis.INFERENCE_OK);
  }

  @Test
  void anotherScoreOrClass() {
    assertThat(judged(NETWORK, 285, 0.70f))
        .isEqualTo(
            Diagnosis.INFERENCE_WRONG.with(
                NETWORK
                    + " on onnx: a photo of a cat is class 285, name, 0.7000, in 12.3 ms; expected"
                    + " 285, 0.7956"));
    assertThat(judged(NETWORK, 281, 0.7956f).diagnosis()).isEqualTo(Diagnosis.INFERENCE_WRONG);
    assertThat(judged(NETWORK, 285, Float.NaN).diagnosis()).isEqualTo(Diagnosis.INFERENCE_WRONG);
  }

  @Test
  void ofAnotherNetworkNoAnswerIsKnown() {
    assertThat(judged("other", 3, 0.2f).diagnosis()).isEqualTo(Diagnosis.INFERENCE_OK);
  }

  @Test
  void withoutRuntimes() {
    assertThat(CarriedInference.with(List.of()).diagnosis())
        .isEqualTo(Diagnosis.INFERENCE_NO_MODEL);
  }

  @Test
  void noRuntimeIsWorseThanAFailure() {
    List<Finding> findings = List.of(Diagnosis.DEVICES_MISSING.with("/dev/bpu missing"));
    assertThat(new Summary(findings, List.of(report(false)), true).exitCode()).isEqualTo(3);
    assertThat(new Summary(findings, List.of(), true).exitCode()).isEqualTo(3);
    assertThat(new Summary(findings, List.of(report(true)), true).exitCode()).isEqualTo(1);
    assertThat(new Summary(findings, List.of(), false).exitCode()).isEqualTo(1);
    assertThat(new Summary(List.of(), List.of(report(true)), true).exitCode()).isZero();
  }

  @Test
  void theLastLineNamesWhatWorks() {
    List<Finding> findings = List.of(Diagnosis.OS_OK.with("x"), Diagnosis.GOVERNOR_SLOW.with("y"));
    assertThat(new Summary(findings, List.of(report(true)), true).line(Texts.english()))
        .isEqualToIgnoringNewLines(
            "Works, with warnings: governor; models run on: bpu (simulated). 1 ok, 1 warning.\n");
    assertThat(new Summary(findings, List.of(report(false)), true).line(Texts.english()))
        .contains("; no runtime works. 1 ok");
  }

  private static RuntimeReport report(boolean available) {
    return available
        ? new RuntimeReport(
            "bpu", Availability.yes(), Optional.empty(), Diagnosis.RUNTIME_SIMULATES.with("bpu"))
        : new RuntimeReport(
            "bpu",
            Availability.no("reason"),
            Optional.empty(),
            Diagnosis.RUNTIME_UNAVAILABLE.with("bpu"));
  }

  private static Finding judged(String network, int index, float score) {
    return CarriedInference.judged(
        network,
        "onnx",
        new ClassificationResult(
            List.of(new Category(index, "name", "name", score)),
            Optional.empty(),
            ScoreTransform.NONE,
            YuvRange.VIDEO,
            network,
            "onnx",
            false,
            new Timings(0, 0, 0, 12_300_000, 0, 0)));
  }
}
