// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.replay.Feed;
import io.github.bpu4j.models.download.Sha256;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubScores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A folder with two photos under names that mean nothing, models that answer rightly for one of
 * them only, and a record of each, to run the self-test on the stand-in.
 */
final class Bench {
  static final String CAT = "cat";
  static final String COFFEE = "coffee";

  private static final int CLASSES = 1000;
  private static final int SIDE = 224;
  private static final String COLUMNS =
      "name,picture,picture_blob_sha1,picture_sha256,fit,interpolation,nv12_by,top5,"
          + "softmax_by_sample,runtime,model_file,board,date,raw_first10,source,notes";

  private final Path folder;

  private Bench(Path folder) {
    this.folder = folder;
  }

  /**
   * What a run printed.
   *
   * @param exit the exit code
   * @param out the verdicts
   * @param err the messages
   */
  record Run(int exit, String out, String err) {
    String line(String start) {
      return out.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
    }
  }

  /** Sets up the photos and the right models. */
  static Bench in(Path folder, Path photos) throws IOException {
    Bench bench = new Bench(folder);
    Files.createDirectories(bench.pictures());
    Files.copy(photos.resolve("chelsea.png"), bench.photo(CAT));
    Files.copy(photos.resolve("coffee.png"), bench.photo(COFFEE));
    bench.writeRecords();
    bench.writeModels();
    return bench;
  }

  Path pictures() {
    return folder.resolve("pictures");
  }

  Path model(String name) {
    return folder.resolve(name + "_224x224_nv12.bin");
  }

  Path report() {
    return folder.resolve("report");
  }

  Path records() {
    return folder.resolve("records.csv");
  }

  Path rates() {
    return folder.resolve("rates.csv");
  }

  private Path photo(String name) {
    return pictures().resolve(name.equals(CAT) ? "1" : "2.txt");
  }

  void writeModels() throws IOException {
    write(CAT, catModel());
    write(COFFEE, coffeeModel());
  }

  void write(String name, String description) throws IOException {
    Files.writeString(model(name), description);
  }

  /** Logits, with 20 ms on the core and 5 ms outside, in a padded output. */
  String catModel() throws IOException {
    return head(CAT) + output("prob") + "  aligned 1 1000 1 4\n" + scores(CAT, catLogits());
  }

  /** Probabilities, in the first of two outputs. */
  String coffeeModel() throws IOException {
    return head(COFFEE)
        + output("prob")
        + scores(COFFEE, coffeeScores())
        + output("other")
        + "  scores checksum 5\n";
  }

  String head(String name) {
    return "bpu4j-stub-model 1\nmodel "
        + name
        + "\ntiming 20 5\ninput data\n  layout NCHW\n  valid 1 3 224 224\n";
  }

  static String output(String name) {
    return "output " + name + "\n  valid 1 1000 1 1\n";
  }

  /** A script for exactly the bytes that this photo becomes as its record says. */
  String scores(String name, float[] values) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("  scores exact ").append(Integer.toUnsignedString(checksum(name))).append('\n');
    for (int i = 0; i < CLASSES; i++) {
      text.append("  score ").append(i).append(' ').append(values[i]).append('\n');
    }
    return text.toString();
  }

  static float[] catLogits() {
    float[] logits = new float[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      logits[i] = (i * 37 % 101) / 50f - 1;
    }
    logits[281] = 8.5f;
    logits[282] = 9.25f;
    logits[285] = 9.75f;
    logits[287] = 7.125f;
    logits[3] = 6.5f;
    return logits;
  }

  static float[] coffeeScores() {
    float[] scores = new float[CLASSES];
    Arrays.fill(scores, 0.0001f);
    scores[967] = 0.5f;
    scores[504] = 0.25f;
    scores[968] = 0.125f;
    scores[969] = 0.0125f;
    scores[925] = 0.0075f;
    return scores;
  }

  static float[] softmax(float[] logits) {
    double sum = IntStream.range(0, logits.length).mapToDouble(i -> Math.exp(logits[i])).sum();
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (Math.exp(logits[i]) / sum);
    }
    return probabilities;
  }

  private int checksum(String name) throws IOException {
    Nv12Buffer nv12 = Nv12Buffer.allocate(SIDE, SIDE);
    Preprocessing settings =
        Preprocessing.vendorSample().withFit(name.equals(CAT) ? Fit.STRETCH : Fit.LETTERBOX);
    new Nv12Converter(settings, SIDE, SIDE).convert(ImageFrame.read(photo(name)), nv12);
    byte[] bytes = new byte[nv12.bytes().capacity()];
    nv12.bytes().get(0, bytes);
    return StubScores.join(StubScores.checksum(bytes));
  }

  private void writeRecords() throws IOException {
    float[] cat = softmax(catLogits());
    String raw =
        IntStream.range(0, 10)
            .mapToObj(i -> Float.toString(catLogits()[i]))
            .collect(Collectors.joining(" "));
    List<String> rows = new ArrayList<>(List.of(COLUMNS));
    rows.add(row(CAT, "stretch", top5(cat), "once", raw));
    rows.add(row(COFFEE, "letterbox", top5(coffeeScores()), "none", ""));
    Files.write(records(), rows);
    Files.write(
        rates(),
        List.of(
            "name,threads,latency_ms,fps",
            "cat,1,25,",
            "cat,4,80,50",
            "coffee,1,25,",
            "coffee,4,80,50"));
    metadata();
  }

  /** Which of its two outputs holds the scores stands beside the model. */
  private void metadata() throws IOException {
    Files.writeString(
        folder.resolve(model(COFFEE).getFileName() + ".metadata.json"),
        "{\"version\": 1, \"output\": \"prob\"}");
  }

  private String row(String name, String fit, String top5, String softmaxes, String raw)
      throws IOException {
    return String.join(
        ",",
        name,
        "examples/images/" + name,
        "",
        Sha256.of(photo(name)),
        fit,
        "linear",
        "test",
        top5,
        softmaxes,
        "stand-in",
        String.valueOf(model(name).getFileName()),
        "none",
        "2026-11-24",
        raw,
        "",
        "");
  }

  private static String top5(float[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Float.compare(scores[b], scores[a]))
        .limit(5)
        .map(i -> String.format(Locale.ROOT, "%d:%s", i, scores[i]))
        .collect(Collectors.joining(";"));
  }

  /** Runs the command on the stand-in. */
  Run run(String... options) {
    return run(Feed::of, options);
  }

  /** Runs the command on the stand-in, feeding records as told. */
  Run run(Function<AnswerRecord, Feed> reading, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--library=" + NativeStubs.library(),
                "--records=" + records(),
                "--rates=" + rates(),
                "--pictures=" + pictures(),
                "--report=" + report()));
    if (Stream.of(options).noneMatch(option -> option.startsWith("--frames"))) {
      arguments.add("--frames=24");
    }
    arguments.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(out, messages, false);
    Failures failures = new Failures(streams);
    int exit =
        new CommandLine(new SelftestCommand(streams, reading, List::of))
            .setErr(streams.messagesForHelp())
            .setExecutionExceptionHandler(failures)
            .setParameterExceptionHandler(failures::usage)
            .execute(arguments.toArray(new String[0]));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
