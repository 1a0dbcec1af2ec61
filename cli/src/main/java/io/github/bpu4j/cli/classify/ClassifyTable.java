// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table for people: a line a class, the photo and its time on the first. */
final class ClassifyTable implements ClassifyReport {
  private static final int MAX_PHOTO_WIDTH = 48;
  private static final int LABEL_WIDTH = 44;

  private final Streams streams;
  private final int photoWidth;
  private boolean started;

  /**
   * A table without rows yet.
   *
   * @param photos all that will come, so that the first column is wide enough
   */
  ClassifyTable(Streams streams, List<Path> photos) {
    this.streams = streams;
    int widest =
        photos.stream().mapToInt(photo -> TerminalText.of(photo.toString())).max().orElse(0);
    photoWidth = Math.max("PHOTO".length(), Math.min(widest, MAX_PHOTO_WIDTH));
  }

  @Override
  public void answer(Path photo, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException {
    StringBuilder rows = new StringBuilder();
    if (!started) {
      rows.append(heading(result));
      started = true;
    }
    String mark = result.simulated() ? "  simulated" : "";
    String time = millis(result.timings().totalNanos());
    if (result.categories().isEmpty()) {
      rows.append(row(photo.toString(), "-", "no class passed the threshold", "-", time + mark));
    }
    String name = photo.toString();
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
  public void failure(Path photo, Exception failure) {
    String text = Failures.text(failure);
    String name = photo.toString();
    streams.message(text.contains(name) ? text : name + ": " + text);
  }

  private String heading(ClassificationResult result) {
    String caption =
        "%s on %s, NV12 range %s, scores %s%n"
            .formatted(result.model(), result.runtime(), result.range(), result.transform());
    String warning =
        result.simulated()
            ? "SIMULATED: a stand-in answers; no network ran on hardware%n".formatted()
            : "";
    return caption + warning + row("PHOTO", "CLASS", "LABEL", "SCORE", "     TIME");
  }

  private String row(String photo, String index, String label, String score, String time) {
    String line =
        TerminalText.pad(TerminalText.keepEnd(photo, photoWidth), photoWidth)
            + String.format(Locale.ROOT, "  %5s  ", index)
            + TerminalText.pad(TerminalText.keepStart(label, LABEL_WIDTH), LABEL_WIDTH)
            + String.format(Locale.ROOT, "  %8s  %s", score, time);
    return line.stripTrailing() + System.lineSeparator();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%6.1f ms", nanos / 1e6);
  }
}
