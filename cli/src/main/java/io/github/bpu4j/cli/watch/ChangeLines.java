// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Texts;
import java.util.Locale;

/** Writes a line when the answer changes: time in the stream, score and label. */
final class ChangeLines implements AnswerReport {
  private final Streams streams;
  private final Texts texts;
  private final TopAnswer top = new TopAnswer();

  ChangeLines(Streams streams) {
    this.streams = streams;
    texts = streams.texts();
  }

  @Override
  public void answer(LiveResult answer) throws ResultsClosedException {
    if (top.changes(answer.result())) {
      streams.result(line(answer.timestampMicros(), answer.result()));
    }
  }

  /** Failures are messages, not results. */
  @Override
  public void failure(long timestampMicros, Exception failure) {}

  private String line(long micros, ClassificationResult result) {
    String mark = result.simulated() ? "  " + texts.text("classify.simulated", "simulated") : "";
    if (result.categories().isEmpty()) {
      String none = texts.text("classify.none", "no class reaches the threshold");
      return String.format(Locale.ROOT, "%10.3f s       -  %s%s%n", micros / 1e6, none, mark);
    }
    return String.format(
        Locale.ROOT,
        "%10.3f s  %.4f  %s%s%n",
        micros / 1e6,
        result.best().score(),
        TerminalText.printable(result.best().displayName()),
        mark);
  }
}
