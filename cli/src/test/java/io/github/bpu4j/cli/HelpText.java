// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Texts;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A part of the help of a command in both languages.
 *
 * @param key the most specific one under which it is looked up
 */
record HelpText(String key, String english, String chinese) {
  /** Walks all commands, with mixins, groups and the words of picocli itself. */
  static List<HelpText> all() {
    List<HelpText> texts = new ArrayList<>();
    add(commandLine(Language.EN), commandLine(Language.ZH), texts);
    return texts;
  }

  static CommandLine commandLine(Language language) {
    Streams streams =
        new Streams(OutputStream.nullOutputStream(), System.err, false, Texts.in(language));
    return Bpu4j.commandLine(streams, new StartClock(false), new String[0]);
  }

  /** The keys of the bundle that picocli asks for when it shows the help of all commands. */
  static Set<String> keysUsed() {
    Set<String> used = new TreeSet<>();
    CommandLine bpu4j = commandLine(Language.ZH);
    ResourceBundle bundle = Texts.in(Language.ZH).forHelp();
    bpu4j.setResourceBundle(
        new ResourceBundle() {
          @Override
          protected Object handleGetObject(String key) {
            used.add(key);
            return bundle.getString(key);
          }

          @Override
          public Enumeration<String> getKeys() {
            return bundle.getKeys();
          }
        });
    add(commandLine(Language.EN), bpu4j, new ArrayList<>());
    return used;
  }

  private static void add(CommandLine english, CommandLine chinese, List<HelpText> texts) {
    add(english.getCommandSpec(), chinese.getCommandSpec(), texts);
    english
        .getSubcommands()
        .forEach((name, command) -> add(command, chinese.getSubcommands().get(name), texts));
  }

  private static void add(CommandSpec english, CommandSpec chinese, List<HelpText> texts) {
    String name = english.qualifiedName(".");
    UsageMessageSpec ours = english.usageMessage();
    UsageMessageSpec theirs = chinese.usageMessage();
    String usage = name + ".usage.";
    add(usage + "headerHeading", ours.headerHeading(), theirs.headerHeading(), texts);
    add(usage + "header", ours.header(), theirs.header(), texts);
    add(usage + "synopsisHeading", ours.synopsisHeading(), theirs.synopsisHeading(), texts);
    add(usage + "customSynopsis", ours.customSynopsis(), theirs.customSynopsis(), texts);
    add(
        usage + "descriptionHeading",
        ours.descriptionHeading(),
        theirs.descriptionHeading(),
        texts);
    add(usage + "description", ours.description(), theirs.description(), texts);
    add(
        usage + "parameterListHeading",
        ours.parameterListHeading(),
        theirs.parameterListHeading(),
        texts);
    add(usage + "optionListHeading", ours.optionListHeading(), theirs.optionListHeading(), texts);
    add(
        usage + "commandListHeading",
        ours.commandListHeading(),
        theirs.commandListHeading(),
        texts);
    add(
        usage + "exitCodeListHeading",
        ours.exitCodeListHeading(),
        theirs.exitCodeListHeading(),
        texts);
    add(usage + "footerHeading", ours.footerHeading(), theirs.footerHeading(), texts);
    add(usage + "footer", ours.footer(), theirs.footer(), texts);
    for (int i = 0; i < english.args().size(); i++) {
      ArgSpec argument = english.args().get(i);
      String key = name + "." + key(argument);
      add(key, argument.description(), chinese.args().get(i).description(), texts);
    }
    for (int i = 0; i < english.argGroups().size(); i++) {
      ArgGroupSpec group = english.argGroups().get(i);
      add(group.headingKey(), group.heading(), chinese.argGroups().get(i).heading(), texts);
    }
  }

  private static String key(ArgSpec argument) {
    return argument instanceof PositionalParamSpec positional
        ? positional.paramLabel() + "[" + positional.index() + "]"
        : ((OptionSpec) argument).longestName().replaceFirst("^-+", "");
  }

  private static void add(String key, String[] english, String[] chinese, List<HelpText> texts) {
    add(key, String.join("\n", english), String.join("\n", chinese), texts);
  }

  private static void add(String key, String english, String chinese, List<HelpText> texts) {
    if (english != null && !english.isEmpty()) {
      texts.add(new HelpText(key, english, chinese));
    }
  }
}
