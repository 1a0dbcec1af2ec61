// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The source of a manual page, in the man macros that groff and mandoc read.
 *
 * <p>Every text that goes in is escaped, so that no character of it is taken for a request.
 */
final class Troff {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]*");

  private final StringBuilder page = new StringBuilder();

  /** A page of section 1; the date is printed in its footer. */
  Troff(String name, String date, String source) {
    page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
    page.append(".\\\" Made from the options of the command.\n");
    request(
        "TH", "%s 1 %s \"%s\" bpu4j".formatted(code(name.toUpperCase(Locale.ROOT)), date, source));
    request("nh", "");
    request("ad", "l");
  }

  Troff section(String title) {
    return request("SH", title);
  }

  Troff paragraph(String text) {
    request("PP", "");
    return line(prose(text));
  }

  /** A term of a list, already marked up, and what it means. */
  Troff term(String markedUp, String meaning) {
    request("TP", "");
    line(markedUp);
    return line(prose(meaning));
  }

  /** Lines that are shown as they are. */
  Troff example(String lines) {
    request("PP", "");
    request("EX", "");
    lines.lines().forEach(each -> line(code(each)));
    return request("EE", "");
  }

  /** Text that ends its line. */
  Troff row(String markedUp) {
    return line(markedUp).request("br", "");
  }

  Troff line(String markedUp) {
    page.append(markedUp.startsWith(".") || markedUp.startsWith("'") ? "\\&" : "");
    page.append(markedUp).append('\n');
    return this;
  }

  private Troff request(String name, String arguments) {
    page.append('.').append(name).append(arguments.isEmpty() ? "" : " ").append(arguments);
    page.append('\n');
    return this;
  }

  static String bold(String text) {
    return "\\fB" + code(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + code(text) + "\\fR";
  }

  /** Text that can be copied into a shell: each hyphen is the character minus. */
  static String code(String text) {
    return escaped(text).replace("-", "\\-");
  }

  /** Sentences, in which only options are code. */
  static String prose(String text) {
    return OPTION.matcher(escaped(text)).replaceAll(option -> minus(option.group()));
  }

  private static String minus(String option) {
    return option.replace("-", "\\\\-");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> escaped.append("\\e");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '`' -> escaped.append("\\(ga");
                case '\'' -> escaped.append("\\(aq");
                default -> {
                  if (c < 0x80) {
                    escaped.append((char) c);
                  } else {
                    escaped.append("\\[u%04X]".formatted(c));
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
