// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.data.PictureChoice;
import io.github.bpu4j.cli.convert.folder.ConversionFolder;
import io.github.bpu4j.cli.convert.onnx.OpsetRewrite;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.convert.plan.Finding;
import io.github.bpu4j.cli.convert.plan.Trap;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the folder of a planned conversion.
 *
 * @param progressShown whether to show how far it has got
 */
record Preparation(
    Streams streams,
    ConversionPlan plan,
    PictureChoice choice,
    DecodeLimits limits,
    boolean progressShown,
    Interruption interruption) {
  /** Below this, the check afterwards cannot tell a sound model from others either. */
  private static final int FEW = 20;

  /**
   * How it ended.
   *
   * @param exit the exit code
   * @param pictures that were used
   */
  record Prepared(int exit, List<Path> pictures) {}

  /** Writes the folder, or nothing if it fails or is interrupted. */
  Prepared write(Path target, @Nullable Integer count) throws IOException {
    int wanted = count == null ? plan.usualPictures() : count;
    OpsetRewrite rewrite = OpsetRewrite.of(plan.network());
    try (ConversionFolder folder = ConversionFolder.begin(target)) {
      Path data = folder.path().resolve(CalibrationData.FOLDER);
      int all = Math.min(wanted, choice.pictures().size());
      Progress progress = new Progress(streams, progressShown, all);
      CalibrationData calibration =
          CalibrationData.write(
              plan, choice, wanted, limits, data, progress::done, interruption::happened);
      progress.clear();
      if (interruption.happened()) {
        return new Prepared(ExitCode.INTERRUPTED, List.of());
      }
      calibration.findings().forEach(this::show);
      int pictures = calibration.pictures().size();
      if (pictures == 0) {
        streams.say("convert.no-picture", "error: no usable picture to calibrate with");
        return new Prepared(ExitCode.ITEM_FAILED, List.of());
      }
      folder.write(plan, rewrite.bytes().orElseThrow(), "O3", pictures);
      if (!rewrite.changes().isEmpty() && !isSame(folder, calibration.pictures().get(0))) {
        return new Prepared(ExitCode.UNAVAILABLE, List.of());
      }
      warnOfFew(pictures, wanted);
      streams.result(summary(folder.complete(), pictures));
      return new Prepared(ExitCode.OK, calibration.pictures());
    }
  }

  private boolean isSame(ConversionFolder folder, Path picture) throws IOException {
    Path rewritten = folder.path().resolve(plan.name() + ".onnx");
    Optional<Text> difference = RewriteCheck.difference(plan, rewritten, picture, limits);
    show(
        difference
            .map(
                how ->
                    Finding.error(
                        Trap.OPSET,
                        Text.of(
                            "convert.rewritten-differs",
                            "%s; export it again with opset_version=11, see docs/convert.md",
                            how)))
            .orElseGet(
                () ->
                    Finding.note(
                        Trap.OPSET,
                        Text.of(
                            "convert.rewritten-same",
                            "the rewritten network gives the same scores for %s",
                            picture.getFileName()))));
    return difference.isEmpty();
  }

  private void warnOfFew(int pictures, int wanted) {
    if (pictures < Math.min(FEW, plan.usualPictures())) {
      show(
          Finding.warning(
              Trap.FEW_PICTURES,
              plan.isClamped()
                  ? Text.of(
                      "convert.few",
                      "%d calibration picture(s); take %d, of all classes",
                      pictures,
                      plan.usualPictures())
                  : Text.of(
                      "convert.few-unclamped",
                      "%d calibration picture(s); take %d to 100, since the network does not clamp"
                          + " its values as ReLU6 does, of all classes",
                      pictures,
                      plan.usualPictures())));
    } else if (pictures < wanted) {
      show(
          Finding.warning(
              Trap.FEW_PICTURES,
              Text.of(
                  "convert.fewer",
                  "%d calibration pictures where %d are usual",
                  pictures,
                  wanted)));
    }
  }

  private void show(Finding finding) {
    streams.message(streams.texts().text(finding.line()));
  }

  private String summary(Path folder, int pictures) {
    return streams
        .texts()
        .text(
            "convert.prepared",
            """
            %s: calibration data of %d pictures from %d folder(s), %s.yaml, %s.onnx
            The command to run is in %s
            """,
            folder,
            pictures,
            choice.classes(),
            plan.name(),
            plan.name(),
            folder.resolve("README.md"));
  }
}
