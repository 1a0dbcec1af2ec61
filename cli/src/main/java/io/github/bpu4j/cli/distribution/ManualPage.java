// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one command, made from what its help says. */
final class ManualPage {
  private static final String[][] EXIT_CODES = {
    {"0", "All went well."},
    {"1", "Some item, such as a picture, failed."},
    {"2", "Wrong usage."},
    {"3", "The runtime or the model is not available."},
    {"130", "Interrupted."},
  };

  private final ManualCommand command;
  private final Troff page;

  private ManualPage(ManualCommand command, String date, String source) {
    this.command = command;
    page = new Troff(command.dashed(), date, source);
  }

  /** The text of {@code bpu4j-classify.1} and its like. */
  static String of(ManualCommand command, String date, String source) {
    ManualPage page = new ManualPage(command, date, source);
    page.synopsis();
    page.description();
    page.commands();
    page.operands();
    page.options();
    page.surroundings();
    page.examples();
    page.seeAlso();
    return page.page.toString();
  }

  private void synopsis() {
    page.section("NAME")
        .line(
            Troff.code(command.dashed())
                + " \\- "
                + Troff.prose(decapitalized(ManualCommand.brief(command.summary()))));
    page.section("SYNOPSIS");
    String name = Troff.bold(String.join(" ", command.words()));
    Stream<String> operands = command.operands().stream().map(ManualPage::syntax);
    if (!command.path().isEmpty()) {
      page.row(
          Stream.concat(Stream.of(name, "[" + Troff.italic("OPTION") + "]..."), operands)
              .collect(Collectors.joining(" ")));
    }
    if (!command.subcommands().isEmpty()) {
      page.row(name + " " + Troff.italic("COMMAND") + " [" + Troff.italic("ARGUMENT") + "]...");
    }
  }

  private static String syntax(PositionalParamSpec operand) {
    String label = Troff.italic(operand.paramLabel()) + (operand.isMultiValue() ? "..." : "");
    return operand.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private void description() {
    page.section("DESCRIPTION");
    paragraphs(List.of(command.spec().usageMessage().description())).forEach(page::paragraph);
  }

  private static List<String> paragraphs(List<String> lines) {
    return Stream.of(String.join("\n", lines).strip().split("\n\n+"))
        .map(paragraph -> paragraph.replace('\n', ' '))
        .toList();
  }

  private void commands() {
    if (!command.subcommands().isEmpty()) {
      page.section("COMMANDS");
    }
    for (ManualCommand below : command.subcommands()) {
      page.term(Troff.bold(below.name()), below.summary() + " See " + below.dashed() + "(1).");
    }
  }

  private void operands() {
    if (!command.operands().isEmpty()) {
      page.section("OPERANDS");
    }
    for (PositionalParamSpec operand : command.operands()) {
      page.term(syntax(operand), ManualCommand.text(operand));
    }
  }

  private void options() {
    page.section("OPTIONS");
    for (OptionSpec option : command.options()) {
      String names = Stream.of(option.names()).map(Troff::bold).collect(Collectors.joining(", "));
      boolean flag = option.arity().max() == 0;
      page.term(
          flag ? names : names + " " + Troff.italic(option.paramLabel()),
          ManualCommand.text(option));
    }
  }

  private void surroundings() {
    page.section("EXIT STATUS");
    for (String[] code : EXIT_CODES) {
      page.term(Troff.bold(code[0]), code[1]);
    }
    page.section("ENVIRONMENT");
    page.term(Troff.bold("JAVA_HOME"), "The Java to use, 17 or newer; otherwise the one in PATH.");
    page.term(Troff.bold("BPU4J_JAVA_OPTS"), "Further options of the JVM, such as -Xmx256m.");
    page.term(
        Troff.bold("BPU4J_CACHE_DIR"),
        "Folder for what is kept between starts; by default bpu4j in XDG_CACHE_HOME or in .cache of"
            + " the home folder.");
  }

  private void examples() {
    List<String> examples =
        Stream.of(command.spec().usageMessage().footer()).map(String::strip).toList();
    if (!examples.isEmpty()) {
      page.section("EXAMPLES").example(String.join("\n", examples));
    }
  }

  private void seeAlso() {
    page.section("SEE ALSO");
    Stream<String> above = command.path().isEmpty() ? Stream.of() : Stream.of("bpu4j");
    Stream<String> below = command.subcommands().stream().map(ManualCommand::dashed);
    page.line(
        Stream.concat(above, below)
            .map(name -> Troff.bold(name) + "(1)")
            .collect(Collectors.joining(", ")));
  }

  private static String decapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
