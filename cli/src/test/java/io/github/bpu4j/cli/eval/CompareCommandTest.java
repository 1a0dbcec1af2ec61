// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.CommandProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final int PICTURES = 9;

  @TempDir private static Path folder;
  private static Path data;

  @BeforeAll
  static void makePictures() throws Exception {
    data = folder.resolve("data");
    Random random = new Random(3);
    for (int i = 0; i < PICTURES; i++) {
      Path file = data.resolve(i % 3 + "/p" + i + ".pgm");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "P2 2 1 255 " + random.nextInt(256) + " " + random.nextInt(256));
    }
  }

  @Test
  void comparesFillsTheGridAndReports() throws Exception {
    Path report = folder.resolve("report.html");
    CommandProcess run =
        CommandProcess.run(
            "eval", "--compare-runtime", "onnx", "--grid", "fit,range", "--report", report, data);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Compared with efficientnet_lite0 on runtime onnx")
        .contains("same class   100.00 % (70.09..100.00 %, 9 of 9)")
        .contains("right only in the first: 0, only in the second: 0; p = 1.000 (exact)")
        .contains("of centered logits 1.000000, lowest 1.000000")
        .contains("Grid of 6 ways to convert, best first:")
        .containsPattern("Best: [A-Z_]+, LINEAR, (FULL|VIDEO) with top-1 ");
    assertThat(report).content().contains("id=\"models\"", "id=\"grid\"", "--compare-runtime onnx");
  }

  @Test
  void whatAFileOfAJournalOrAShardCannotHoldIsRefused() throws Exception {
    CommandProcess journal =
        CommandProcess.run(
            "eval", "--compare-runtime", "onnx", "--journal", folder.resolve("j"), data);
    assertThat(journal.exit()).isEqualTo(2);
    assertThat(journal.err()).contains("--compare and --journal exclude each other");
    CommandProcess shard = CommandProcess.run("eval", "--grid", "fit", "--shard", "1/2", data);
    assertThat(shard.exit()).isEqualTo(2);
    assertThat(shard.err()).contains("--shard excludes --compare and --grid");
    CommandProcess axis = CommandProcess.run("eval", "--grid", "color", data);
    assertThat(axis.exit()).isEqualTo(2);
    assertThat(axis.err()).contains("--grid", "color");
  }

  @Test
  void modelsOfOtherClassesAreRefused() throws Exception {
    Path tiny = CommandProcess.root().resolve("runtime-onnx/src/test/resources/networks/tiny.onnx");
    CommandProcess run = CommandProcess.run("eval", "--compare", tiny, data);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .containsPattern(
            "--compare: efficientnet_lite0 has 1000 classes and \\S+ has \\d+, expected");
  }

  @Test
  void aReportWithoutItsFolderIsRefusedBeforeTheRun() throws Exception {
    CommandProcess run = CommandProcess.run("eval", "--report", folder.resolve("no/r.html"), data);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("create it first").doesNotContain("9 pictures of 3 classes");
  }
}
