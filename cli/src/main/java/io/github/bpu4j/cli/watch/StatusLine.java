// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.TerminalText;
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

  private StatusLine() {}

  /**
   * Draws the line.
   *
   * @param columns of the terminal; one is left free, because some terminals wrap at the last
   */
  static String of(int columns, ClassificationResult result, Health health) {
    int width = Math.max(1, columns - 1);
    int label = Math.max(NARROWEST_LABEL, Math.min(WIDEST_LABEL, width / 3));
    String mark = result.simulated() ? "  simulated" : "";
    String score = score(result);
    int room = width - label - score.length() - mark.length();
    if (room < 0) {
      return TerminalText.keepStart(label(result), width);
    }
    StringBuilder facts = new StringBuilder();
    for (String fact : health.inWords()) {
      if (facts.length() + fact.length() > room) {
        break;
      }
      facts.append(fact);
    }
    String bar = bar(result, room - facts.length());
    return TerminalText.pad(TerminalText.keepStart(label(result), label), label)
        + bar
        + score
        + facts
        + mark;
  }

  private static String label(ClassificationResult result) {
    return result.categories().isEmpty()
        ? "no class reaches the threshold"
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
  record Health(double perSecond, long dropped, long failed, long latencyNanos) {
    private List<String> inWords() {
      String failures = failed == 0 ? "" : "  " + failed + " failed";
      return List.of(
          String.format(Locale.ROOT, "  %5.1f fps", perSecond),
          "  " + dropped + " dropped" + failures,
          String.format(Locale.ROOT, "  %.1f ms", latencyNanos / 1e6));
    }
  }
}
