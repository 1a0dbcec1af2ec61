// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Texts;
import java.util.List;
import java.util.Locale;

/**
 * The live line: answer, bar, score, and how the stream fares.
 *
 * <p>Where it is too wide, first the bar goes, then the latency, the drops and the rate.
 */
final class StatusLine {
  private static final int NARROWEST_LABEL = 12;
  private static final int WIDEST_LABEL = 40;
  private static final List<Integer> BARS = List.of(20, 10);

  /** Blanks and brackets around a bar. */
  private static final int AROUND_BAR = 4;

  private final Texts texts;

  StatusLine(Texts texts) {
    this.texts = texts;
  }

  /**
   * Draws the line.
   *
   * @param columns of the terminal; one is left free, because some terminals wrap at the last
   */
  String of(int columns, ClassificationResult result, Health health) {
    int width = Math.max(1, columns - 1);
    int label = Math.max(NARROWEST_LABEL, Math.min(WIDEST_LABEL, width / 3));
    String mark = result.simulated() ? "  " + texts.text("classify.simulated", "simulated") : "";
    String score = score(result);
    int room = width - label - score.length() - TerminalText.columns(mark);
    if (room < 0) {
      return TerminalText.keepStart(label(result), width);
    }
    StringBuilder facts = new StringBuilder();
    for (String fact : facts(health)) {
      if (TerminalText.columns(fact) > room) {
        break;
      }
      room -= TerminalText.columns(fact);
      facts.append(fact);
    }
    String bar = bar(result, room);
    return TerminalText.pad(TerminalText.keepStart(label(result), label), label)
        + bar
        + score
        + facts
        + mark;
  }

  private List<String> facts(Health health) {
    String failures =
        health.failed() == 0 ? "" : "  " + texts.text("watch.failed", "%d failed", health.failed());
    return List.of(
        "  " + texts.text("watch.rate", "%5.1f fps", health.perSecond()),
        "  " + texts.text("watch.dropped", "%d dropped", health.dropped()) + failures,
        String.format(Locale.ROOT, "  %.1f ms", health.latencyNanos() / 1e6));
  }

  private String label(ClassificationResult result) {
    return result.categories().isEmpty()
        ? texts.text("classify.none", "no class reaches the threshold")
        : TerminalText.printable(result.best().displayName());
  }

  private static String score(ClassificationResult result) {
    return result.categories().isEmpty()
        ? " ".repeat(8)
        : String.format(Locale.ROOT, "  %.4f", result.best().score());
  }

  private static String bar(ClassificationResult result, int room) {
    float score = result.categories().isEmpty() ? 0 : result.best().score();
    double share = Float.isFinite(score) ? Math.max(0, Math.min(1, score)) : 0;
    for (int length : BARS) {
      if (room >= length + AROUND_BAR) {
        int full = (int) Math.round(share * length);
        return "  [" + "#".repeat(full) + ".".repeat(length - full) + "]";
      }
    }
    return "";
  }

  /**
   * How a stream fares.
   *
   * @param perSecond answers per second
   * @param dropped frames so far
   * @param failed frames so far
   * @param latencyNanos from the offer of the last answered frame to its answer
   */
  record Health(double perSecond, long dropped, long failed, long latencyNanos) {}
}
