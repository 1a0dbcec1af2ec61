// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.RuntimeOptions;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Checks a file that was compiled without optimization, whose answers are the final ones. */
public final class DraftCheck {
  private DraftCheck() {}

  /**
   * Compares a draft with its network and prints the result.
   *
   * @param shown whether to show how far it has got
   * @return the exit code; OK unless something does not match
   */
  public static int run(
      Streams streams,
      ConversionPlan plan,
      Path draft,
      List<Path> pictures,
      DecodeLimits limits,
      boolean shown,
      BooleanSupplier stopped)
      throws IOException {
    Preprocessing settings =
        new Preprocessing(
            plan.fit(),
            plan.interpolation(),
            plan.range(),
            plan.metadata().chroma().orElse(Preprocessing.defaults().chroma()));
    CheckRun run =
        new CheckRun(
            plan.network().path(),
            draft,
            CompiledRuntime.first(new RuntimeOptions(), draft),
            plan.colors(),
            ModelFile.read(draft).models().get(0).inputs().get(0),
            plan.metadata().outputName(),
            settings,
            Verdict.GOOD,
            pictures,
            limits);
    try {
      CheckResult result = run.run(streams, shown, stopped);
      streams.result(CheckPage.of(result, streams.texts()));
      return result.verdict().kind() == Verdict.Kind.DOES_NOT_MATCH
          ? ExitCode.ITEM_FAILED
          : ExitCode.OK;
    } catch (Asking.Stopped e) {
      return ExitCode.INTERRUPTED;
    }
  }
}
