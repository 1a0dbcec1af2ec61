// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.cli.classify.ClassifyCommand;
import io.github.bpu4j.cli.info.InfoCommand;
import io.github.bpu4j.cli.info.StubModelCommand;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.nv12.Nv12Command;
import io.github.bpu4j.cli.options.Durations;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.cli.perf.PerfCommand;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry point of the {@code bpu4j} command. */
@Command(
    name = "bpu4j",
    mixinStandardHelpOptions = true,
    description = {
      "Classifies pictures on the BPU of the RDK X5, and on hosts without one.",
      "",
      "Results go to stdout, everything else to stderr."
    },
    footer = {
      "",
      "Exit codes: 0 all well, 1 some item failed, 2 wrong usage, 3 runtime or model unavailable,"
          + " 130 interrupted.",
      "",
      "Example: bpu4j classify examples/images/chelsea.png"
    },
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    subcommands = HelpCommand.class)
public final class Bpu4j {
  private Bpu4j() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments a command and its options
   */
  public static void main(String[] arguments) {
    StartClock clock = new StartClock(Arrays.asList(arguments).contains("--timing"));
    Streams streams = Streams.ofProcess();
    System.exit(commandLine(streams, clock).execute(arguments));
  }

  private static CommandLine commandLine(Streams streams, StartClock clock) {
    CommandLine bpu4j =
        new CommandLine(new Bpu4j())
            .addSubcommand(new ClassifyCommand(streams, clock))
            .addSubcommand(new Nv12Command(streams))
            .addSubcommand(new InfoCommand(streams))
            .addSubcommand(new PerfCommand(streams))
            .addSubcommand(new DoctorCommand(streams))
            .addSubcommand(new StubModelCommand(streams));
    return bpu4j
        .registerConverter(Locale.class, tag -> Locale.forLanguageTag(tag.replace('_', '-')))
        .registerConverter(Duration.class, new Durations())
        .registerConverter(Size.class, new Size.Converter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(streams.resultsForHelp())
        .setErr(streams.messagesForHelp())
        .setExecutionExceptionHandler(new Failures(streams))
        .setParameterExceptionHandler(Failures::usage);
  }
}
