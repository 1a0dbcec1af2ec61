// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for bash: the functions of {@code bpu4j.bash} with tables made from the commands.
 *
 * <p>Picocli's own generator is not used, because its script gives names of files to {@code compgen
 * -W}, which runs what stands in them as {@code $(...)}.
 */
final class BashCompletion {
  private BashCompletion() {}

  static String of(List<ManualCommand> commands) {
    return Resources.text("bpu4j.bash")
        .replace("  # table of commands\n", commands(commands))
        .replace("  # table of values\n", values(commands));
  }

  private static String commands(List<ManualCommand> commands) {
    StringBuilder table = new StringBuilder();
    for (ManualCommand command : commands) {
      table.append(
          """
              '%s')
                commands='%s'
                options='%s'
                operands=%s
                ;;
          """
              .formatted(
                  command.path(), subcommands(command), options(command), operands(command)));
    }
    ManualCommand program = commands.get(0);
    return table
        .append("    help) commands='%s' ;;\n".formatted(names(program.subcommands())))
        .toString();
  }

  private static String subcommands(ManualCommand command) {
    String names = names(command.subcommands());
    return command.path().isEmpty() ? names + " help" : names;
  }

  private static String names(List<ManualCommand> commands) {
    return commands.stream().map(ManualCommand::name).collect(Collectors.joining(" "));
  }

  private static String options(ManualCommand command) {
    return command.options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.joining(" "));
  }

  private static String operands(ManualCommand command) {
    return command.operands().stream()
        .map(Value::of)
        .map(value -> value.kind().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("none");
  }

  /** One row for all options that take the same, except for free text, which is the default. */
  private static String values(List<ManualCommand> commands) {
    Map<Value, List<String>> patterns = new LinkedHashMap<>();
    for (ManualCommand command : commands) {
      for (OptionSpec option : command.options()) {
        Value value = Value.of(option);
        for (String name : option.names()) {
          patterns
              .computeIfAbsent(value, key -> new ArrayList<>())
              .add("'%s %s'".formatted(command.path(), name));
        }
      }
    }
    return patterns.entrySet().stream()
        .map(row -> row(row.getKey(), row.getValue()))
        .collect(Collectors.joining());
  }

  private static String row(Value value, List<String> patterns) {
    return "    %s)\n      value=%s\n      choices='%s'\n      ;;\n"
        .formatted(
            String.join(" | \\\n      ", patterns),
            value.kind().name().toLowerCase(Locale.ROOT),
            String.join(" ", value.choices()));
  }
}
