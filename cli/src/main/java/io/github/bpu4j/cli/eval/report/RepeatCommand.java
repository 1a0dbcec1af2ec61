// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line of a run as it can be pasted into a shell. */
final class RepeatCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");
  private final String home;

  /** Shows {@code ~} for this folder. */
  RepeatCommand(String home) {
    this.home = home;
  }

  static RepeatCommand ofUser() {
    return new RepeatCommand(System.getProperty("user.home", ""));
  }

  String of(List<String> arguments) {
    return arguments.stream().map(this::word).collect(Collectors.joining(" ", "bpu4j ", ""));
  }

  /** A text without the name of the user's home folder. */
  String withoutHome(String text) {
    return home.length() > 1 ? text.replace(home + "/", "~/") : text;
  }

  private String word(String argument) {
    String inside = home.length() > 1 && argument.startsWith(home + "/") ? "~/" : "";
    String rest = inside.isEmpty() ? argument : argument.substring(home.length() + 1);
    return inside + quoted(rest);
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    return control ? ansi(text) : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * The form {@code $'...'} of bash, zsh and newer standards, which can name control characters.
   */
  private static String ansi(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c < ' ' || c == 0x7f
                    ? String.format(Locale.ROOT, "\\x%02x", c)
                    : c == '\'' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
        .collect(Collectors.joining("", "$'", "'"));
  }
}
