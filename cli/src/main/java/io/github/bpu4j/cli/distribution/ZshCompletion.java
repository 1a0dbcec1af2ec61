// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh with descriptions: one function for each command. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(List<ManualCommand> commands) {
    String functions =
        commands.stream().map(ZshCompletion::function).collect(Collectors.joining("\n"));
    return Resources.text("_bpu4j").replace("# functions of commands\n", functions);
  }

  private static String function(ManualCommand command) {
    Stream<String> options = command.options().stream().map(ZshCompletion::option);
    return command.subcommands().isEmpty()
        ? simple(command, options)
        : withSubcommands(command, options);
  }

  private static String simple(ManualCommand command, Stream<String> options) {
    Stream<String> operands =
        command.operands().stream().map(operand -> operand(operand) + action(operand) + "'");
    return "_%s() {\n  _arguments -S : %s\n}\n"
        .formatted(command.dashed(), lines(Stream.concat(options, operands)));
  }

  /** The first word is a subcommand or an operand; it decides about the rest. */
  private static String withSubcommands(ManualCommand command, Stream<String> options) {
    Stream<String> words = Stream.of("'1: :->first'", "'*:: :->rest'");
    List<String> first = new ArrayList<>();
    first.add("'commands:command:((%s))'".formatted(described(command)));
    command
        .operands()
        .forEach(operand -> first.add("'operands" + message(operand) + action(operand) + "'"));
    return """
        _%s() {
          local curcontext=$curcontext context state state_descr line
          local -A opt_args
          _arguments -C -S : %s && return
          case $state in
            first)
              _alternative %s
              ;;
            rest)
              curcontext=${curcontext%%:*:*}:%s-$words[1]:
              case $words[1] in
        %s        *) %s ;;
              esac
              ;;
          esac
        }
        """
        .formatted(
            command.dashed(),
            lines(Stream.concat(options, words)),
            String.join(" ", first),
            command.dashed(),
            branches(command),
            command.operands().isEmpty() ? "_message 'no such command'" : "_files");
  }

  private static String described(ManualCommand command) {
    Stream<String> own =
        command.subcommands().stream()
            .map(each -> each.name() + "\\:" + word(ManualCommand.brief(each.summary())));
    Stream<String> help =
        command.path().isEmpty() ? Stream.of("help\\:" + word("Shows help")) : Stream.of();
    return Stream.concat(own, help).collect(Collectors.joining(" "));
  }

  private static String branches(ManualCommand command) {
    String own =
        command.subcommands().stream()
            .map(each -> "        %s) _%s ;;\n".formatted(each.name(), each.dashed()))
            .collect(Collectors.joining());
    return command.path().isEmpty()
        ? own + "        help) _values command " + names(command) + " ;;\n"
        : own;
  }

  private static String names(ManualCommand command) {
    return command.subcommands().stream().map(ManualCommand::name).collect(Collectors.joining(" "));
  }

  private static String option(OptionSpec option) {
    Value value = Value.of(option);
    boolean flag = value.kind() == Value.Kind.NONE;
    String description = "[" + quoted(ManualCommand.brief(ManualCommand.text(option))) + "]";
    String argument = flag ? "" : message(option) + action(option);
    String names =
        Stream.of(option.names())
            .map(name -> flag ? name : name + (name.startsWith("--") ? "=" : "+"))
            .collect(Collectors.joining(","));
    String others = option.isMultiValue() ? "*" : "(" + String.join(" ", option.names()) + ")";
    return option.names().length == 1
        ? "'" + (option.isMultiValue() ? "*" : "") + names + description + argument + "'"
        : "'" + others + "'{" + names + "}'" + description + argument + "'";
  }

  private static String operand(PositionalParamSpec operand) {
    return "'"
        + (operand.isMultiValue() ? "*" : operand.arity().min() == 0 ? ":" : "")
        + message(operand);
  }

  private static String message(ArgSpec argument) {
    return ":" + quoted(argument.paramLabel()) + ":";
  }

  private static String action(ArgSpec argument) {
    Value value = Value.of(argument);
    return switch (value.kind()) {
      case FILE -> "_files";
      case FOLDER -> "_files -/";
      case CHOICE -> "_bpu4j_choices " + String.join(" ", value.choices());
      case TEXT, NONE -> " ";
    };
  }

  /** Text inside of single quotes and of a specification of {@code _arguments}. */
  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "'\\''").replaceAll("([\\[\\]:])", "\\\\$1");
  }

  /** One word of a list that the shell splits again. */
  private static String word(String text) {
    return text.replaceAll("(\\W)", "\\\\$1").replace("'", "'\\''");
  }

  private static String lines(Stream<String> parts) {
    return parts.map(part -> "\\\n    " + part).collect(Collectors.joining(" "));
  }
}
