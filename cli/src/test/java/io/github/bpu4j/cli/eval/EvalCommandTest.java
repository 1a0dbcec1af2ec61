// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
  private static final int PICTURES = 24;

  @TempDir private static Path folder;
  private static Path data;
  private static String whole;

  @BeforeAll
  static void evaluateInOnePiece() throws Exception {
    data = folder.resolve("data");
    Random random = new Random(3);
    for (int i = 0; i < PICTURES; i++) {
      Path file = data.resolve(i % 3 + "/p" + i + ".pgm");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "P2 2 1 255 " + random.nextInt(256) + " " + random.nextInt(256));
    }
    CommandProcess run = CommandProcess.run("eval", "--json", data);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("24 pictures of 3 classes, a folder per class; 3 class indexes, such as 0 = 0 (");
    whole = run.out();
  }

  @Test
  void answersAreThoseOfClassify() throws Exception {
    CommandProcess csv = CommandProcess.run("eval", "--csv", data);
    List<String> rows = csv.out().lines().toList();
    assertThat(rows).hasSize(PICTURES + 1);
    assertThat(rows.get(0)).isEqualTo("path,truth,truth_name,answer,answer_name,score,rank,error");
    List<String> answers =
        CommandProcess.run("classify", "--json", "--top", 1, data).out().lines().toList();
    for (int i = 0; i < PICTURES; i++) {
      List<String> cells = List.of(rows.get(i + 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
      assertThat(answers.get(i)).contains(cells.get(0)).contains("\"index\":" + cells.get(3));
    }
  }

  @Test
  void killedAtFivePlacesItEndsWithTheSameFigures() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path journal = folder.resolve("killed.jsonl");
    for (int kill = 0; kill < 5; kill++) {
      int lines = 1 + kill * 4 + random.nextInt(4);
      killAfter(lines, journal);
      byte[] written = Files.readAllBytes(journal);
      Files.write(journal, Arrays.copyOf(written, written.length - random.nextInt(40)));
    }
    CommandProcess resumed = CommandProcess.run("eval", "--json", "--journal", journal, data);
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains(" pictures are in the journal");
    assertThat(counts(resumed.out())).as("seed %d", seed).isEqualTo(counts(whole));
    assertThat(Files.readAllLines(journal)).hasSize(PICTURES + 1);
  }

  @Test
  void shardsMergeInAnyOrder() throws Exception {
    List<Object> merge = new ArrayList<>();
    for (int shard = 1; shard <= 3; shard++) {
      Path json = folder.resolve(shard + ".json");
      CommandProcess run = CommandProcess.run("eval", "--json", "--shard", shard + "/3", data);
      merge.add(Files.writeString(json, run.out()));
    }
    Collections.shuffle(merge, new Random(1));
    merge.addAll(0, List.of("eval", "merge", "--json"));
    CommandProcess merged = CommandProcess.run(merge.toArray());
    assertThat(merged.exit()).as(merged.err()).isZero();
    assertThat(counts(merged.out())).isEqualTo(counts(whole));

    merge.remove(4);
    CommandProcess missing = CommandProcess.run(merge.toArray());
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("incomplete: 16 of 24 pictures; a shard is missing");

    merge.add(merge.get(3));
    CommandProcess twice = CommandProcess.run(merge.toArray());
    assertThat(twice.exit()).isEqualTo(2);
    assertThat(twice.err()).contains("is there twice; its pictures would count twice");
  }

  @Test
  void aJournalOfOtherSettingsIsRefusedWithTheDifference() throws Exception {
    Path journal = folder.resolve("other.jsonl");
    CommandProcess.run("eval", "--limit", 1, "--journal", journal, data);
    CommandProcess other =
        CommandProcess.run("eval", "--limit", 1, "--range", "full", "--journal", journal, data);
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err())
        .contains("belongs to another evaluation")
        .contains("range: the journal has VIDEO, this run has FULL");
  }

  @Test
  void figuresAreForPeopleAndUnreadablePicturesAreNamed() throws Exception {
    Path mixed = Files.createDirectories(folder.resolve("mixed/espresso"));
    Files.copy(CommandProcess.picture("coffee.png"), mixed.resolve("a.png"));
    Files.writeString(mixed.resolve("b.png"), "damaged");
    CommandProcess run = CommandProcess.run("eval", mixed.getParent());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("top-1        100.00 % (20.65..100.00 %, 1 of 1)")
        .contains("unreadable   1")
        .contains("pictures/s");
    assertThat(run.err())
        .contains("espresso/b.png: unknown format")
        .contains("1 of 2 pictures had no answer");
  }

  @Test
  void labelsThatMeanNothingAreRefusedBeforeTheRun() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("wrong/crane"));
    Files.copy(CommandProcess.picture("coffee.png"), wrong.resolve("a.png"));
    CommandProcess run = CommandProcess.run("eval", wrong.getParent());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("'crane' is ambiguous: it names the classes 134 (crane) and 517 (crane)");
  }

  private static void killAfter(int lines, Path journal) throws Exception {
    List<String> command =
        JavaProgram.command(
            List.of("-Djava.awt.headless=true"), Bpu4j.class, "eval", "--journal", journal, data);
    try (StartedProgram run = StartedProgram.start(new ProcessBuilder(command))) {
      while (run.isAlive() && lines(journal) <= lines) {
        Thread.onSpinWait();
      }
    }
  }

  private static long lines(Path journal) throws IOException {
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.count();
    }
  }

  private static String counts(String json) {
    return EvaluationResult.parse(json.strip()).accuracy().toJson();
  }
}
