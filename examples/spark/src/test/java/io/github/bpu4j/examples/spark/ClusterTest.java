// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares a real cluster with one machine, to the last digit. */
final class ClusterTest {
  private static final int TASKS = 24;
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @TempDir private static Path shared;
  private static Path pictures;
  private static OneMachine single;

  @TempDir private Path folder;
  private StandaloneCluster cluster;

  @BeforeAll
  static void classifyOnOneMachine() throws IOException {
    pictures = shared.resolve("照片 of two kinds");
    LabeledPhotos.write(pictures);
    single = OneMachine.classify(pictures);
    say(
        "one JVM without Spark: %s, %.1f pictures for each second of a core",
        single.accuracy(), single.picturesPerCoreSecond());
  }

  @BeforeEach
  void startCluster() throws IOException {
    cluster = StandaloneCluster.start(folder);
  }

  @AfterEach
  void stopCluster() throws IOException {
    cluster.close();
    assertThat(cluster.processes()).isEmpty();
  }

  @Test
  void theClusterAnswersAsOneMachine() throws Exception {
    Path rows = folder.resolve("rows");
    StartedProgram driver = cluster.submit(pictures, rows, TASKS);
    ProcessMemory memory = new ProcessMemory();
    while (driver.isAlive()) {
      memory.look(cluster.processes());
      Thread.sleep(1000);
    }
    ProgramRun run = driver.end(LIMIT);
    assertThat(run.err()).doesNotContain("Lost executor", "Lost task");
    check(run, rows);
    say("two workers: %s; peak memory %s", lines(run).get(1), memory);
  }

  @Test
  void theFiguresAreTheSameWithAWorkerKilledHalfWay() throws Exception {
    Path rows = folder.resolve("rows");
    StartedProgram driver = cluster.submit(pictures, rows, TASKS);
    StandaloneCluster.until(
        "a third of the tasks is done", () -> done(rows) >= TASKS / 3 || !driver.isAlive());
    cluster.killWorker();
    int before = done(rows);
    assertThat(before).isLessThan(TASKS);
    assertThat(driver.isAlive()).isTrue();
    ProgramRun run = driver.end(LIMIT);
    assertThat(run.err())
        .containsPattern("Lost executor \\d+ on 127.0.0.1")
        .containsPattern(
            "task [\\d.]+ in stage [\\d.]+ .* failed because while it was being computed, its executor");
    check(run, rows);
    say("one worker killed after %d of %d tasks: %s", before, TASKS, lines(run).get(1));
  }

  @Test
  void aWrongLabelIsRefusedBeforeTheFirstPicture() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("wrong").resolve("crane"));
    Files.copy(Path.of("../images/coffee.png"), wrong.resolve("coffee.png"));
    Path rows = folder.resolve("rows");
    ProgramRun run = cluster.submit(wrong.getParent(), rows, 2).end();
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("LabelException: 'crane' is ambiguous");
    assertThat(rows).doesNotExist();
  }

  private static void check(ProgramRun run, Path rows) throws IOException {
    assertThat(run.exit()).as(run.err()).isZero();
    Accuracy accuracy = Accuracy.parse(lines(run).get(0));
    assertThat(accuracy).isEqualTo(single.accuracy());
    assertThat(accuracy.toJson()).isEqualTo(single.accuracy().toJson());
    assertThat(accuracy.unreadable()).isEqualTo(LabeledPhotos.DAMAGED);
    assertThat(accuracy.pictures()).isEqualTo(2 * LabeledPhotos.CROPS);
    assertThat(accuracy.top1().value()).isBetween(0.5, 0.9);

    List<Row> read = read(rows);
    assertThat(read).hasSize(LabeledPhotos.ALL);
    assertThat(read.stream().map(PictureRows::picture))
        .containsExactlyInAnyOrderElementsOf(single.pictures());
    assertThat(read).allSatisfy(ClusterTest::bestIsFirst);
  }

  private static void bestIsFirst(Row row) {
    EvaluatedPicture picture = PictureRows.picture(row);
    boolean failed = picture.error().isPresent();
    assertThat(row.isNullAt(row.fieldIndex("index"))).isEqualTo(failed);
    if (!failed) {
      assertThat(row.<Integer>getAs("index")).isEqualTo(picture.categories().get(0).index());
      assertThat(row.<String>getAs("name")).isEqualTo(picture.categories().get(0).name());
      assertThat(row.<Float>getAs("score")).isEqualTo(picture.categories().get(0).score());
    }
  }

  /** Tasks whose rows are committed; they have a folder until the whole job is. */
  private static int done(Path rows) throws IOException {
    Path tasks = rows.resolve("_temporary/0");
    if (!Files.exists(tasks)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(tasks)) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("task_")).count();
    }
  }

  private static List<Row> read(Path rows) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      return spark.read().parquet(rows.toString()).collectAsList();
    }
  }

  private static List<String> lines(ProgramRun run) {
    return run.out().lines().toList();
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
