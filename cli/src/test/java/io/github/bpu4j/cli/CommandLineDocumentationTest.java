// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * docs/command-line.md lists exactly the options that the commands have.
 *
 * <p>A section whose heading names commands lists options that all of them accept. An option that
 * every command inherits is listed once.
 */
final class CommandLineDocumentationTest {
  private static final Pattern SECTION = Pattern.compile("(?m)^## ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`-[^|]*)\\|");
  private static final Pattern QUOTED = Pattern.compile("`([^` ]+)[^`]*`");

  @ParameterizedTest
  @ValueSource(strings = {"docs/command-line.md", "docs/zh/command-line.md"})
  void everyOptionOfEveryCommand(String page) throws IOException {
    assertThat(optionsOf(page)).isEqualTo(options());
    assertThat(Files.readString(CommandProcess.root().resolve(page))).contains("| `--lang");
  }

  private static Map<String, Set<String>> options() {
    Streams streams = new Streams(OutputStream.nullOutputStream(), System.err, false);
    CommandLine bpu4j = Bpu4j.commandLine(streams, new StartClock(false), new String[0]);
    Map<String, Set<String>> options = new TreeMap<>();
    bpu4j
        .getSubcommands()
        .forEach(
            (name, command) ->
                options.put(
                    name,
                    withSubcommands(command)
                        .flatMap(each -> each.getCommandSpec().options().stream())
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .filter(option -> !option.inherited())
                        .flatMap(option -> Arrays.stream(option.names()))
                        .collect(Collectors.toCollection(TreeSet::new))));
    options.remove("help");
    return options;
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(Stream.of(command), command.getSubcommands().values().stream());
  }

  private static Map<String, Set<String>> optionsOf(String page) throws IOException {
    String text = Files.readString(CommandProcess.root().resolve(page));
    Map<String, Set<String>> options = new TreeMap<>();
    for (String section : SECTION.splitAsStream(text).toList()) {
      String heading = section.lines().findFirst().orElseThrow();
      for (String command : quoted(heading)) {
        Set<String> own = options.computeIfAbsent(command, name -> new TreeSet<>());
        ROW.matcher(section).results().forEach(row -> own.addAll(quoted(row.group(1))));
      }
    }
    return options;
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map((MatchResult word) -> word.group(1)).toList();
  }
}
