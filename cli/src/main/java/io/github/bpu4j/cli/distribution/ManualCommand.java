// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command as a user types it, with what its help says.
 *
 * @param words the names that lead to it, such as {@code bpu4j}, {@code eval}, {@code merge}
 * @param spec its options and texts
 */
record ManualCommand(List<String> words, CommandSpec spec) {
  ManualCommand {
    words = List.copyOf(words);
  }

  /** The program itself, then all commands below it, each before its own subcommands. */
  static List<ManualCommand> all(CommandLine program) {
    CommandSpec spec = program.getCommandSpec();
    return new ManualCommand(List.of(spec.name()), spec).withSubcommands().toList();
  }

  private Stream<ManualCommand> withSubcommands() {
    return Stream.concat(
        Stream.of(this), subcommands().stream().flatMap(ManualCommand::withSubcommands));
  }

  /** Without {@code help}, which has nothing to say about itself. */
  List<ManualCommand> subcommands() {
    return spec.subcommands().entrySet().stream()
        .filter(subcommand -> !subcommand.getValue().getCommandSpec().helpCommand())
        .map(this::below)
        .toList();
  }

  private ManualCommand below(Map.Entry<String, CommandLine> subcommand) {
    return new ManualCommand(
        Stream.concat(words.stream(), Stream.of(subcommand.getKey())).toList(),
        subcommand.getValue().getCommandSpec());
  }

  String name() {
    return words.get(words.size() - 1);
  }

  /** Without the program's name: empty for the program itself. */
  String path() {
    return String.join(" ", words.subList(1, words.size()));
  }

  /** {@code bpu4j-eval-merge}, as manual pages and functions are named. */
  String dashed() {
    return String.join("-", words);
  }

  List<OptionSpec> options() {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  List<PositionalParamSpec> operands() {
    return spec.positionalParameters().stream().filter(operand -> !operand.hidden()).toList();
  }

  /** The first paragraph of the description, as one line. */
  String summary() {
    return Stream.of(spec.usageMessage().description())
        .takeWhile(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static String text(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** The part of a text that fits in a list: up to its first period, semicolon or colon. */
  static String brief(String text) {
    return text.replaceFirst("(?s)[.;:](\\s.*)?$", "");
  }
}
