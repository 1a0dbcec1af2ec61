// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.selftest.Bench.Run;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-test through real JNI on the stand-in, whose answers need the exact NV12 bytes. */
class SelftestOnStandInTest {
  private static final Path PHOTOS = Path.of("examples/images");

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

  private Run runBoth(String... more) {
    String[] options = new String[more.length + 3];
    options[0] = "--model";
    options[1] = bench.model(Bench.CAT).toString();
    options[2] = bench.model(Bench.COFFEE).toString();
    System.arraycopy(more, 0, options, 3, more.length);
    return bench.run(options);
  }

  @Test
  void passesAndSaysSimulated() throws IOException {
    Run run = runBoth();
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("SIMULATED: a stand-in answered, not a BPU")
        .contains("same: cat, cat, stretch, softmax once: class 285 has ")
        .contains("same: coffee, coffee, letterbox, softmax none: class 967 has 0.5, recorded 0.5")
        .contains("same: cat, 1 thread: ", "same: cat, 4 threads: ", "(published 50.0)")
        .contains("Q23: Is hbDNNResize still exported? no")
        .contains("Q1: Does a task with priority 1 end in time? not asked; --probe")
        .endsWith("verdict: same" + System.lineSeparator());
    assertThat(Files.readString(bench.report().resolve("bpu4j-selftest.json")))
        .startsWith("{\"verdict\":\"same\",\"simulated\":true,");
  }

  @Test
  void probesOnlyWhenAllowed() {
    Run run = bench.run("--frames=0", "--probe", "--model", bench.model(Bench.CAT).toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("Q1: Does a task with priority 1 end in time? submit 0, wait 0, wait again 0")
        .contains("CORE: What does a core answer that the X5 does not have? submit -6000001")
        .contains(
            "Q9: May a task be waited for again after a timeout?"
                + " submit 0, wait -6000008, wait again 0")
        .contains("Q14: How many tasks may be alive at once? 32, then -6000009");
  }

  @Test
  void aRunWithoutARecordIsNoPass() throws IOException {
    Path stranger = Files.copy(bench.model(Bench.CAT), folder.resolve("stranger.bin"));
    Run unknown = bench.run("--frames=0", "--model", stranger.toString());
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.out())
        .contains("not compared: no record of stranger")
        .endsWith("verdict: no record" + System.lineSeparator());
    Files.delete(bench.pictures().resolve("1"));
    Run unseen = runBoth("--frames=0");
    assertThat(unseen.exit()).as("cat was named and not compared").isEqualTo(1);
    assertThat(unseen.out()).contains("not compared: cat: no file with SHA-256 ");
  }

  @Test
  void aModelThatIsNotHereIsUnavailable() {
    Run run = bench.run("--model", "resnet18", "--frames=0");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains("resnet18 is not on this machine; run: bpu4j models get resnet18");
  }

  @Test
  void withoutAnyModelItSaysHowToGetOne() {
    Run run = bench.run("--frames=0");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("not compared: none of the recorded models is on this machine; run: bpu4j models")
        .endsWith("verdict: no record" + System.lineSeparator());
  }

  @Test
  void badRecordsAreUsage() throws IOException {
    Files.writeString(bench.records(), "name,top5\n");
    Run run = runBoth();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("records.csv: the first line must name the columns name,picture");
  }
}
