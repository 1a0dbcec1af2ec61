// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.selftest.Bench.Run;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.replay.Feed;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A self-test that cannot fail is worth nothing: each of seven mistakes, made for real on the way
 * through JNI, must be found and named. The table that this prints stands in the documentation.
 */
class SevenFaultsTest {
  private static final Path PHOTOS = Path.of("examples/images");
  private static final Pattern FACTOR = Pattern.compile(" x (\\d+\\.\\d)");
  private static final List<String> TABLE = new ArrayList<>();

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() throws IOException {
    NativeStubs.control().reset();
    bench = Bench.in(folder, PHOTOS);
  }

  @AfterEach
  void forgetLibrary() {
    System.clearProperty("bpu4j.dnn.library");
  }

  @AfterAll
  static void print() {
    System.out.println("| fault | selftest says | exit code |");
    TABLE.stream().sorted().forEach(System.out::println);
  }

  @Test
  void wrongScores() throws IOException {
    float[] wrong = Bench.catLogits();
    wrong[285] = 5;
    bench.write(
        Bench.CAT, bench.head(Bench.CAT) + Bench.output("prob") + bench.scores(Bench.CAT, wrong));
    expect("wrong scores", Bench.CAT, Feed::of, "differs from the record", "wrong scores");
  }

  @Test
  void serviceTimeTimesThree() throws IOException {
    bench.write(Bench.CAT, bench.catModel().replace("timing 20 5", "timing 60 15"));
    Run run = run(Bench.CAT, Feed::of, "--frames=24");
    assertThat(run.out()).contains("same: cat, cat, stretch");
    String line = run.line("differs from the record: cat, 4 threads");
    Matcher factor = FACTOR.matcher(line);
    assertThat(factor.find()).as(run.out()).isTrue();
    assertThat(Double.parseDouble(factor.group(1))).isBetween(2.5, 3.5);
    assertThat(run.line("differs from the record: cat, 1 thread")).contains("service time x ");
    note("service time x 3", run, line.replace(factor.group(), " x 3"));
  }

  /**
   * The library tells dense strides and writes padded ones: read as by a client without strides.
   */
  @Test
  void outputStrideIgnored() throws IOException {
    bench.write(
        Bench.CAT,
        bench.head(Bench.CAT)
            + Bench.output("prob")
            + "  bytes 16000\n  written 16000 16 16 4\n"
            + bench.scores(Bench.CAT, Bench.catLogits()));
    expect(
        "output stride ignored",
        Bench.CAT,
        Feed::of,
        "differs from the record",
        "output stride ignored");
  }

  @Test
  void shapeOrderNhwc() throws IOException {
    bench.write(
        Bench.CAT,
        bench
            .catModel()
            .replace(
                "layout NCHW\n  valid 1 3 224 224",
                "layout NHWC\n  reported NCHW\n  valid 1 224 224 3"));
    expect("shape order NHWC", Bench.CAT, Feed::of, "failed", "shape order NHWC");
  }

  @Test
  void twoOutputsSwapped() throws IOException {
    String swapped =
        bench
            .coffeeModel()
            .replace("output prob", "output third")
            .replace("output other", "output prob")
            .replace("output third", "output other");
    bench.write(Bench.COFFEE, swapped);
    expect(
        "two outputs swapped",
        Bench.COFFEE,
        Feed::of,
        "differs from the record",
        "two outputs swapped");
  }

  @Test
  void softmaxOnceTooOften() throws IOException {
    float[] probabilities = Bench.softmax(Bench.catLogits());
    bench.write(
        Bench.CAT,
        bench.head(Bench.CAT) + Bench.output("prob") + bench.scores(Bench.CAT, probabilities));
    recordWithoutRaw();
    expect(
        "softmax once too often",
        Bench.CAT,
        Feed::of,
        "differs from the record",
        "softmax once too often");
  }

  /** The record's program printed logits nowhere, only what its softmax made of them. */
  private void recordWithoutRaw() throws IOException {
    Files.writeString(
        bench.records(),
        Files.readString(bench.records()).replaceAll("2026-11-24,[^,]+,", "2026-11-24,,"));
  }

  @Test
  void fullFedInsteadOfVideo() throws IOException {
    expect(
        "FULL fed instead of VIDEO",
        Bench.CAT,
        row -> Feed.of(row).withRange(YuvRange.FULL),
        "differs from the record",
        "FULL fed instead of VIDEO");
  }

  private void expect(
      String fault,
      String model,
      Function<AnswerRecord, Feed> reading,
      String verdict,
      String cause)
      throws IOException {
    Run run = run(model, reading, "--frames=0");
    String line = run.line(verdict + ": " + model);
    assertThat(line).as(run.out()).contains(": " + cause + ": ");
    note(fault, run, line);
  }

  private Run run(String model, Function<AnswerRecord, Feed> reading, String frames) {
    Run run = bench.run(reading, frames, "--model", bench.model(model).toString());
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
    return run;
  }

  /** Notes a row, which the pages in both languages must have. */
  private static void note(String fault, Run run, String line) throws IOException {
    String said = line.replaceAll("^([^:]*): .*?: ([^:]*): .*$", "$1: $2");
    String row = "| %s | %s | %d |".formatted(fault, said, run.exit());
    TABLE.add(row);
    for (String page : List.of("docs/selftest.md", "docs/zh/selftest.md")) {
      assertThat(Files.readAllLines(Path.of(page))).as(page).contains(row);
    }
  }
}
