// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** Reads records of answers and rates: the published ones, or a user's own in the same columns. */
public final class Records {
  private static final List<String> ANSWER_COLUMNS =
      List.of(
          "name",
          "picture",
          "picture_sha256",
          "fit",
          "interpolation",
          "top5",
          "softmax_by_sample",
          "model_file",
          "board",
          "date",
          "raw_first10");
  private static final List<String> RATE_COLUMNS = List.of("name", "threads", "latency_ms", "fps");

  private Records() {}

  /** The answers that the vendor's notebooks, records and pages show. */
  public static List<AnswerRecord> publishedAnswers() {
    return answers("answers.csv", resource("answers.csv"));
  }

  /**
   * The answers in a file.
   *
   * @throws RecordsException if it cannot be read as records
   */
  public static List<AnswerRecord> answers(Path file) throws IOException {
    return answers(String.valueOf(file.getFileName()), text(file));
  }

  /** The rates that the vendor's logs and tables show. */
  public static List<RateRecord> publishedRates() {
    List<RateRecord> rates = new ArrayList<>(rates("rates.csv", resource("rates.csv")));
    for (ZooModel model : ModelZoo.models()) {
      OptionalDouble latency = model.figures().latency1ThreadMs();
      if (latency.isPresent() && rates.stream().noneMatch(rate -> isFor(rate, model.name(), 1))) {
        rates.add(new RateRecord(model.name(), 1, latency, OptionalDouble.empty()));
      }
    }
    return rates;
  }

  /**
   * The rates in a file.
   *
   * @throws RecordsException if it cannot be read as rates
   */
  public static List<RateRecord> rates(Path file) throws IOException {
    return rates(String.valueOf(file.getFileName()), text(file));
  }

  private static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new RecordsException(file + ": it is a folder, expected a CSV file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new RecordsException(file + ": it is not text in UTF-8, expected a CSV file");
    }
  }

  private static boolean isFor(RateRecord rate, String name, int threads) {
    return rate.name().equals(name) && rate.threads() == threads;
  }

  private static List<AnswerRecord> answers(String origin, String text) {
    return Table.read(origin, text, ANSWER_COLUMNS, Records::answer);
  }

  private static AnswerRecord answer(Map<String, String> row) {
    String picture = cell(row, "picture");
    String sha256 = cell(row, "picture_sha256").toLowerCase(Locale.ROOT);
    if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("picture_sha256: got " + sha256 + ", expected 64 digits");
    }
    return new AnswerRecord(
        cell(row, "name"),
        picture.substring(picture.lastIndexOf('/') + 1),
        sha256,
        constant(Fit.class, row, "fit"),
        constant(Interpolation.class, row, "interpolation"),
        constant(Softmaxes.class, row, "softmax_by_sample"),
        Arrays.stream(cell(row, "top5").split(";", -1)).map(RankedScore::of).toList(),
        Arrays.stream(cell(row, "raw_first10").split(" ", -1))
            .filter(number -> !number.isEmpty())
            .map(PrintedNumber::of)
            .toList(),
        cell(row, "model_file"),
        (cell(row, "board") + " " + cell(row, "date")).strip());
  }

  /** Rows whose number of threads is not stated cannot be compared and are left out. */
  private static List<RateRecord> rates(String origin, String text) {
    return Table.read(origin, text, RATE_COLUMNS, Records::rate).stream()
        .filter(rate -> rate.threads() > 0)
        .toList();
  }

  private static RateRecord rate(Map<String, String> row) {
    String threads = cell(row, "threads");
    return new RateRecord(
        cell(row, "name"),
        threads.startsWith("not stated") ? 0 : Integer.parseInt(threads),
        number(cell(row, "latency_ms")),
        number(cell(row, "fps")));
  }

  private static OptionalDouble number(String text) {
    return text.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(PrintedNumber.of(text).value());
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Map<String, String> row, String column) {
    String text = cell(row, column).replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    column
                        + ": got "
                        + cell(row, column)
                        + ", expected one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String resource(String name) {
    try (InputStream stream = Records.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the jar", e);
    }
  }
}
