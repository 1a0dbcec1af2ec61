// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.cli.distribution.DistributionFiles;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Renders every manual page with groff, as {@code man} does. */
final class ManualPageTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException, InterruptedException {
    assumeTrue(
        "true".equals(System.getenv("CI")) || groffRuns(), "no groff: manual pages not rendered");
    new DistributionFiles(folder).describe(Distribution.program(), "2026-11-22", "1.0");
  }

  private static boolean groffRuns() throws InterruptedException {
    try {
      return ProgramRun.of(new ProcessBuilder("groff", "--version")).exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void everyCommandHasAPageThatShowsAllItsOptions() throws Exception {
    List<String> pages = new ArrayList<>();
    compare("bpu4j", Distribution.program(), pages);
    try (Stream<Path> files = Files.list(folder.resolve("man/man1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pages);
    }
    assertThat(pages).hasSizeGreaterThan(15);
  }

  private static void compare(String name, CommandLine command, List<String> pages)
      throws Exception {
    String text = rendered(name);
    pages.add(name + ".1");
    assertThat(text).contains("NAME", "EXIT STATUS");
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        String names = String.join(", ", option.names());
        assertThat(text)
            .as(name)
            .contains(option.arity().max() == 0 ? names : names + " " + option.paramLabel());
      }
    }
    for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
      if (!below.getValue().getCommandSpec().helpCommand()) {
        String page = name + "-" + below.getKey();
        assertThat(text).contains(page + "(1)");
        compare(page, below.getValue(), pages);
      }
    }
  }

  @Test
  void readsAsItsHelpDoes() throws Exception {
    assertThat(rendered("bpu4j-classify"))
        .contains("bpu4j-classify - classifies pictures")
        .contains("bpu4j classify [OPTION]... PICTURE...")
        .contains("How the picture fills the input: STRETCH, LETTERBOX, CENTER_CROP")
        .contains("bpu4j classify --annotate drawn/ photos/")
        .contains("ffmpeg -i video.mp4 -frames:v 1 -f image2pipe -c:v png - | bpu4j classify -");
  }

  /** The page without bold and italic, and without breaks of lines; warnings fail. */
  private static String rendered(String name) throws Exception {
    ProcessBuilder groff =
        new ProcessBuilder("groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=110n", name + ".1");
    ProgramRun run = ProgramRun.of(groff.directory(folder.resolve("man/man1").toFile()));
    assertThat(run.err()).as(name).isEmpty();
    return run.outOfSuccess().replaceAll("(?<=\\S)\n +(?=\\S)", " ");
  }
}
