// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that a user sends in: they tell nothing about that user, and a phone can show them.
 *
 * <p>{@code mvn -pl integration-tests -am test -Dtest=SentInReportTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.extra=-Dbpu4j.docs.write=true} makes the
 * screenshot in the documentation anew.
 */
class SentInReportTest {
  private static final Path SCREENSHOT = Path.of("docs/images/selftest-report.png");
  private static final Pattern ABSOLUTE_PATH =
      Pattern.compile("(?<![\\w<:/ ])/[A-Za-z]|/home/|/tmp/");

  /** Blanks, quotes, markup and another script in every name that could slip through. */
  private static final String HOME = "Home of Zorblax <b>'x' & 王";

  private static final String USER = "Zorblax.user-7";
  private static final String HOST = "zorblax-host.lab";

  @TempDir private Path folder;

  @Test
  void tellsNothingAboutItsUserAndOpensInABrowser() throws Exception {
    Path home = Files.createDirectories(folder.resolve(HOME));
    Bench bench = Bench.in(home, Path.of("examples/images"));
    ProgramRun run = ProgramRun.of(command(home, bench, "--frames=24"));
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    Path json = bench.report().resolve("bpu4j-selftest.json");
    Path html = bench.report().resolve("bpu4j-selftest.html");
    for (Path file : List.of(json, html)) {
      assertThat(Files.readString(file))
          .doesNotContainIgnoringCase("zorblax")
          .doesNotContain(folder.toString(), folder.getFileName().toString(), "王");
    }
    assertThat(Files.readString(json)).doesNotContainPattern(ABSOLUTE_PATH);
    assertThat(Files.readString(json)).contains("\"simulated\":true", "\"check\":\"os\"");
    assumeTrue(HeadlessBrowser.isInstalled(), "Chromium is not installed");
    show(html);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void ctrlCLeavesAReportOfWhatWasDone() throws Exception {
    Bench bench = Bench.in(folder, Path.of("examples/images"));
    ProcessBuilder builder = command(folder, bench, "--frames=1000000");
    builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    try (StartedProgram program = StartedProgram.start(builder)) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (!program.err().contains("measuring cat")
          && program.isAlive()
          && System.nanoTime() - end < 0) {
        Thread.sleep(10);
      }
      ProgramRun.of(new ProcessBuilder("kill", "-INT", Long.toString(program.pid())));
      ProgramRun run = program.end();
      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(130);
      assertThat(run.out()).contains("same: cat, cat, stretch");
    }
    assertThat(Files.readString(bench.report().resolve("bpu4j-selftest.json")))
        .contains("\"interrupted\":true");
  }

  private void show(Path html) throws IOException {
    try (HeadlessBrowser browser = HeadlessBrowser.start("en-US")) {
      browser.open(html);
      assertThat(browser.visibleText())
          .contains("Self-test of bpu4j: same", "SIMULATED: a stand-in answered")
          .contains("Is hbDNNResize still exported?")
          .doesNotContain("自检", "/tmp");
      assertThat(browser.findAll("#answers tbody tr")).hasSize(2);
      assertThat(browser.findAll("#rates tbody tr")).hasSize(4);
      Path picture = Boolean.getBoolean("bpu4j.docs.write") ? SCREENSHOT : folder.resolve("s.png");
      browser.screenshot(picture);
      assertThat(picture).isNotEmptyFile();
      browser.find("#language").click();
      assertThat(browser.visibleText())
          .contains("bpu4j 自检: 一致", "模拟：由替身库应答", "是否仍导出 hbDNNResize？")
          .doesNotContain("Self-test of bpu4j");
      browser.showAsOnPhone();
      assertThat(browser.overflowsSideways()).isFalse();
      assertThat(browser.requestedResources()).isEmpty();
      assertThat(browser.consoleMessages()).isEmpty();
    }
  }

  /** In its own process: user, home and host come from there. */
  private static ProcessBuilder command(Path home, Bench bench, String frames) {
    List<String> options =
        List.of(
            "-Xmx512m", "-Duser.home=" + home, "-Duser.name=" + USER, "-Djava.awt.headless=true");
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaProgram.command(
                options,
                Bpu4j.class,
                "selftest",
                "--library=" + NativeStubs.library(),
                "--records=" + bench.records(),
                "--rates=" + bench.rates(),
                "--pictures=" + bench.pictures(),
                "--report=" + bench.report(),
                frames,
                "--model",
                bench.model(Bench.CAT),
                bench.model(Bench.COFFEE)));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("USER", USER);
    builder.environment().put("LOGNAME", USER);
    builder.environment().put("HOSTNAME", HOST);
    builder.environment().put("BPU4J_CACHE_DIR", home.resolve("cache").toString());
    return builder;
  }
}
