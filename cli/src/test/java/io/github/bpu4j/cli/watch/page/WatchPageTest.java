// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.testsupport.StartedProgram;
import io.github.bpu4j.testsupport.VideoClips;
import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/**
 * {@code bpu4j watch --serve} as a user meets it: a clip, the bundled network, a browser.
 *
 * <p>{@code mvn -pl cli -am test -Dtest=WatchPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsurefire.extra=-Dbpu4j.docs.write=true} makes the screenshots in the documentation anew.
 */
class WatchPageTest {
  private static final Pattern ADDRESS = Pattern.compile("the page is at (http://\\S+)");
  private static final String TOKEN = "correct-horse";
  private static final String TURNS = "20";
  private static final int SECONDS_EACH = 3;

  @TempDir private Path folder;

  @Test
  void theAnswerChangesWithTheClip() throws Exception {
    assumeTrue(HeadlessBrowser.isInstalled(), "Chromium is not installed");
    assumeTrue(VideoClips.isFfmpegInstalled(), "ffmpeg is not installed");
    Path clip = clip();

    try (HeadlessBrowser browser = HeadlessBrowser.start("en-US");
        StartedProgram watch = StartedProgram.start(command(clip))) {
      URI address = address(watch);
      assertThat(address.getQuery()).isEqualTo("token=" + TOKEN);
      browser.open(address);
      waitForBest(browser, "cat");
      waitForBest(browser, "espresso");
      waitForBest(browser, "cat");
      assertThat(browser.find("#connection").getText()).isEqualTo("live");
      assertThat(browser.find("#title").getText()).contains("cat-and-coffee.mp4");
      assertThat(browser.findAll("#labels li")).hasSize(5);
      assertThat(browser.find("#viewers").getText()).isEqualTo("1");
      show(browser, "watch-page.png");
      browser.find("#language").click();
      browser.showAsOnPhone();
      waitForBest(browser, "猫");
      show(browser, "watch-page-phone.png");
      assertThat(browser.overflowsSideways()).isFalse();
      assertThat(browser.consoleMessages()).isEmpty();
    }
  }

  /** A cat, then a cup of coffee, again and again. */
  private Path clip() throws IOException, InterruptedException {
    Path once = folder.resolve("once.mp4");
    List<Path> pictures =
        Stream.of("chelsea.png", "coffee.png").map(CommandProcess::picture).toList();
    VideoClips.mjpeg(pictures, SECONDS_EACH, "640x428", once);
    Path clip = folder.resolve("cat-and-coffee.mp4");
    VideoClips.run(List.of("-stream_loop", TURNS, "-i", once.toString(), "-c", "copy"), clip);
    return clip;
  }

  /** Runs where the clip is, whose name alone is then the page's title. */
  private static ProcessBuilder command(Path clip) {
    List<String> command =
        CommandProcess.command(Bpu4j.class, List.of(), "watch", clip.getFileName(), "--serve", 0);
    ProcessBuilder builder = new ProcessBuilder(command).directory(clip.getParent().toFile());
    builder.environment().put("BPU4J_TOKEN", TOKEN);
    return builder;
  }

  private static URI address(StartedProgram watch) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (watch.isAlive() && System.nanoTime() - end < 0) {
      Matcher matcher = ADDRESS.matcher(watch.err());
      if (matcher.find()) {
        return URI.create(matcher.group(1));
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no address of a page: " + watch.err());
  }

  private static void waitForBest(HeadlessBrowser browser, String name)
      throws InterruptedException {
    browser.waitUntil(
        "the best answer is " + name,
        () ->
            String.valueOf(
                    browser.evaluate(
                        "return document.querySelector('#labels .name')?.textContent ?? '';"))
                .contains(name));
  }

  private void show(HeadlessBrowser browser, String name) throws IOException {
    Path picture =
        Boolean.getBoolean("bpu4j.docs.write")
            ? CommandProcess.root().resolve("docs/images").resolve(name)
            : folder.resolve(name);
    Files.write(picture, browser.find("body").getScreenshotAs(OutputType.BYTES));
    assertThat(picture).isNotEmptyFile();
  }
}
