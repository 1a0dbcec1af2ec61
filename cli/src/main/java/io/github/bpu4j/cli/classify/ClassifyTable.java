// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a table: one row per class, with the picture and its time on the first. */
final class ClassifyTable implements ClassifyReport {
  private static final int MAX_PICTURE_WIDTH = 48;
  private static final int LABEL_WIDTH = 44;

  private final Streams streams;
  private final int pictureWidth;
  private boolean started;

  /**
   * Creates an empty table.
   *
   * @param pictures all pictures of the run; they determine the width of the first column
   */
  ClassifyTable(Streams streams, List<Path> pictures) {
    this.streams = streams;
    int widest =
        pictures.stream().mapToInt(picture -> TerminalText.of(picture.toString())).max().orElse(0);
    pictureWidth = Math.max("PICTURE".length(), Math.min(widest, MAX_PICTURE_WIDTH));
  }

  @Override
  public void result(Path picture, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException {
    StringBuilder rows = new StringBuilder();
    if (!started) {
      rows.append(heading(result));
      started = true;
    }
    String mark = result.simulated() ? "  simulated" : "";
    String time = millis(result.timings().totalNanos());
    if (result.categories().isEmpty()) {
      rows.append(row(picture.toString(), "-", "no class reaches the threshold", "-", time + mark));
    }
    String name = picture.toString();
    for (Category category : result.categories()) {
      String score = String.format(Locale.ROOT, "%.6f", category.score());
      String index = Integer.toString(category.index());
      rows.append(row(name, index, category.displayName(), score, time + mark));
      name = "";
      time = " ".repeat(time.length());
    }
    streams.result(rows.toString());
  }

  @Override
  public void failure(Path picture, Exception failure) {
    String text = Failures.text(failure);
    String name = StandardInput.isNamedBy(picture) ? StandardInput.NAME : picture.toString();
    streams.message(text.contains(name) ? text : name + ": " + text);
  }

  private String heading(ClassificationResult result) {
    String caption =
        "%s on %s, NV12 range %s, scores %s%n"
            .formatted(result.model(), result.runtime(), result.range(), result.transform());
    String warning =
        result.simulated()
            ? "SIMULATED: these answers come from a stand-in; no network ran on hardware%n"
                .formatted()
            : "";
    return caption + warning + row("PICTURE", "CLASS", "LABEL", "SCORE", "     TIME");
  }

  private String row(String picture, String index, String label, String score, String time) {
    String line =
        TerminalText.pad(TerminalText.keepEnd(picture, pictureWidth), pictureWidth)
            + String.format(Locale.ROOT, "  %5s  ", index)
            + TerminalText.pad(TerminalText.keepStart(label, LABEL_WIDTH), LABEL_WIDTH)
            + String.format(Locale.ROOT, "  %8s  %s", score, time);
    return line.stripTrailing() + System.lineSeparator();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%6.1f ms", nanos / 1e6);
  }
}
