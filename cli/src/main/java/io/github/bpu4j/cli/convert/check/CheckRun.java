// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.runtime.onnx.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A comparison of a compiled file with its network.
 *
 * @param network the .onnx
 * @param compiled the .bin
 * @param runtime for the compiled file
 * @param colors how the network is declared to read pictures
 * @param input what the compiled file says of its input
 * @param settings of the pixels, with the range that the compiled file gets
 * @param limit from which mean cosine on it is good
 */
public record CheckRun(
    Path network,
    Path compiled,
    InferenceRuntime runtime,
    ColorInput colors,
    InputDescription input,
    Optional<String> output,
    Preprocessing settings,
    double limit,
    List<Path> pictures,
    DecodeLimits limits) {
  /** Mistakes show on as many pictures. */
  private static final int REPLAYED = 20;

  /** Of scores in 16-bit steps, many are exactly 0, and their logarithm says nothing. */
  private static final double COARSE = 0.2;

  /**
   * Runs both.
   *
   * @param shown whether to show how far it has got
   * @throws Asking.Stopped when it was stopped
   */
  CheckResult run(Streams streams, boolean shown, BooleanSupplier stopped) throws IOException {
    List<Hypothesis> all = new ArrayList<>(Hypothesis.mistakes(colors));
    all.addAll(Hypothesis.usual(colors));
    List<Path> some = pictures.subList(0, Math.min(REPLAYED, pictures.size()));
    Progress progress =
        new Progress(streams, shown, 3 * pictures.size() + all.size() * some.size());
    int[] count = {0};
    Runnable done = () -> progress.done(++count[0]);
    Answers network = ask(Hypothesis.declared(colors), pictures, done, stopped);
    Asking file = new Asking(runtime, compiled, compiledOptions(), pictures, limits, done, stopped);
    Answers answers = file.answers(settings);
    YuvRange other = settings.range() == YuvRange.FULL ? YuvRange.VIDEO : YuvRange.FULL;
    Answers otherRange = file.answers(settings.withRange(other));
    Answers first = new Answers(answers.scores().subList(0, some.size()), answers.probabilities());
    List<Replay> replays = new ArrayList<>();
    for (Hypothesis hypothesis : all) {
      Answers replayed = ask(hypothesis, some, done, stopped);
      replays.add(new Replay(hypothesis, replayed.cosine(first), replayed.confidence()));
    }
    progress.clear();
    return result(network, answers, network.cosine(otherRange), replays, some.size());
  }

  private Answers ask(
      Hypothesis hypothesis, List<Path> asked, Runnable done, BooleanSupplier stopped)
      throws IOException {
    LoadOptions options = LoadOptions.defaults().withColorInput(hypothesis.colors());
    options = output.isPresent() ? options.withOutputName(output.get()) : options;
    return new Asking(new OnnxRuntime(), network, options, asked, limits, done, stopped)
        .answers(settings.withRange(hypothesis.videoAsFull() ? YuvRange.VIDEO : YuvRange.FULL));
  }

  private LoadOptions compiledOptions() {
    return output.isPresent()
        ? LoadOptions.defaults().withOutputName(output.get())
        : LoadOptions.defaults();
  }

  private CheckResult result(
      Answers network, Answers answers, double otherRange, List<Replay> replays, int replayed) {
    double cosine = network.cosine(answers);
    ModelComparison comparison = network.comparison(answers, pictures);
    List<Recorded> recorded = Recorded.of(input, colors, settings.range());
    boolean coarse = answers.probabilities() && answers.zeros() > COARSE;
    Verdict verdict =
        coarse && recorded.isEmpty()
            ? new Verdict(Verdict.Kind.CANNOT_TELL, List.of())
            : Verdict.of(
                cosine,
                limit,
                pictures.size(),
                answers.spread(),
                network.spread(),
                recorded,
                replays);
    return new CheckResult(
        this,
        verdict,
        comparison,
        cosine,
        otherRange,
        coarse,
        replays,
        Hint.of(network.confidence(), replays, replayed));
  }
}
