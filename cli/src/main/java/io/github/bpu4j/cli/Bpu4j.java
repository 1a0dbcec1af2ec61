// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.cli.classify.ClassifyCommand;
import io.github.bpu4j.cli.convert.ConvertCommand;
import io.github.bpu4j.cli.doctor.DoctorCommand;
import io.github.bpu4j.cli.eval.EvalCommand;
import io.github.bpu4j.cli.info.InfoCommand;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.UserLocale;
import io.github.bpu4j.cli.metadata.MetadataCommand;
import io.github.bpu4j.cli.nv12.Nv12Command;
import io.github.bpu4j.cli.options.Durations;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.cli.perf.PerfCommand;
import io.github.bpu4j.cli.selftest.SelftestCommand;
import io.github.bpu4j.cli.stub.StubModelCommand;
import io.github.bpu4j.cli.watch.WatchCommand;
import io.github.bpu4j.cli.zoo.ModelsCommand;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Entry point of the {@code bpu4j} command. */
@Command(
    name = "bpu4j",
    mixinStandardHelpOptions = true,
    description = {
      "Classifies pictures on the BPU of the RDK X5, and on hosts without one.",
      "",
      "Results go to stdout, everything else to stderr."
    },
    footerHeading =
        "%nExit codes: 0 success, 1 some item failed, 2 wrong usage, 3 runtime or model"
            + " unavailable, 130 interrupted.%n%nExample:%n",
    footer = "  bpu4j classify examples/images/chelsea.png",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    subcommands = HelpCommand.class)
public final class Bpu4j {
  private Bpu4j() {}

  /** Checks the value; {@link Language#of} has followed it before the commands were made. */
  @Option(
      names = Language.OPTION,
      scope = ScopeType.INHERIT,
      paramLabel = "LANGUAGE",
      description =
          "Language of help, tables and progress: en or zh; by default the locale's, from LC_ALL,"
              + " LC_MESSAGES or LANG.")
  @SuppressWarnings("unused") // by picocli
  private void check(Language language) {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments a command and its options
   */
  public static void main(String[] arguments) {
    StartClock clock = new StartClock(Arrays.asList(arguments).contains("--timing"));
    Streams streams = Streams.ofProcess(Language.of(arguments, UserLocale.ofProcess()));
    System.exit(commandLine(streams, clock, arguments).execute(arguments));
  }

  /** The program with the command that the arguments name, or with all of them. */
  static CommandLine commandLine(Streams streams, StartClock clock, String[] arguments) {
    CommandLine bpu4j = new CommandLine(new Bpu4j());
    if (streams.texts().language() != Language.EN) {
      bpu4j.setResourceBundle(streams.texts().forHelp());
    }
    Failures failures = new Failures(streams);
    wanted(commands(streams, clock), arguments)
        .forEach((name, command) -> bpu4j.addSubcommand(name, command.get()));
    return bpu4j
        .registerConverter(Path.class, Bpu4j::path)
        .registerConverter(Locale.class, Bpu4j::locale)
        .registerConverter(Duration.class, new Durations())
        .registerConverter(Size.class, new Size.Converter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(streams.resultsForHelp())
        .setErr(streams.messagesForHelp())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures::usage);
  }

  /** An empty argument, often an unset variable of a script, would mean the current folder. */
  private static Path path(String argument) {
    if (argument.isEmpty()) {
      throw new TypeConversionException("the name is empty, expected a file or a folder");
    }
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
    } catch (IllformedLocaleException e) {
      throw new TypeConversionException(
          "'" + tag + "' is not a language; use a form like zh or zh-CN");
    }
  }

  /** Every command by name, in the order in which the help lists them. */
  private static Map<String, Supplier<Object>> commands(Streams streams, StartClock clock) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("classify", () -> new ClassifyCommand(streams, clock));
    commands.put("watch", () -> new WatchCommand(streams));
    commands.put("eval", () -> EvalCommand.with(streams));
    commands.put("nv12", () -> new Nv12Command(streams));
    commands.put("info", () -> new InfoCommand(streams));
    commands.put("metadata", () -> new MetadataCommand(streams));
    commands.put("convert", () -> ConvertCommand.with(streams));
    commands.put("models", () -> ModelsCommand.with(streams));
    commands.put("perf", () -> new PerfCommand(streams));
    commands.put("doctor", () -> new DoctorCommand(streams));
    commands.put("selftest", () -> new SelftestCommand(streams));
    commands.put("stub-model", () -> new StubModelCommand(streams));
    return commands;
  }

  /**
   * Only the command that the first argument names, after the language, because reading all of them
   * costs time.
   */
  private static Map<String, Supplier<Object>> wanted(
      Map<String, Supplier<Object>> commands, String[] arguments) {
    int at = 0;
    while (at < arguments.length && arguments[at].startsWith(Language.OPTION)) {
      at += arguments[at].equals(Language.OPTION) ? 2 : 1;
    }
    String name = at < arguments.length ? arguments[at] : "";
    Supplier<Object> first = commands.get(name);
    return first == null ? commands : Map.of(name, first);
  }
}
