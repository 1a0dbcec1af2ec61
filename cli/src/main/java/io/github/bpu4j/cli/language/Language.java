// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of help, tables and progress, by the name that {@code --lang} takes. */
public enum Language {
  /** English, also for every locale that is not Chinese. */
  EN,

  /** Chinese in simplified characters, also for locales of traditional ones. */
  ZH;

  /** The option that chooses; the scan below knows it before the command line is parsed. */
  public static final String OPTION = "--lang";

  private static final String END_OF_OPTIONS = "--";

  /**
   * What the arguments ask for, or else the locale.
   *
   * <p>This does not judge the arguments: an unknown language is refused when the command line is
   * parsed, in the language of the locale.
   *
   * @param arguments of the process
   * @param locale name in the form of POSIX, such as {@code zh_CN.UTF-8}; empty for none
   */
  public static Language of(String[] arguments, String locale) {
    return asked(Arrays.asList(arguments)).orElse(isChinese(locale) ? ZH : EN);
  }

  private static Optional<Language> asked(List<String> arguments) {
    int end = arguments.indexOf(END_OF_OPTIONS);
    List<String> options = end < 0 ? arguments : arguments.subList(0, end);
    int at = options.indexOf(OPTION);
    if (at >= 0 && at + 1 < options.size()) {
      return named(options.get(at + 1));
    }
    String start = OPTION + "=";
    return options.stream()
        .filter(option -> option.startsWith(start))
        .findFirst()
        .flatMap(option -> named(option.substring(start.length())));
  }

  /** The value of the option. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Language> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Chinese is written in UTF-8 only: a locale that names another encoding stands for a terminal
   * that would show something else.
   */
  private static boolean isChinese(String locale) {
    String name = locale.replaceFirst("@.*", "");
    int dot = name.indexOf('.');
    String encoding = dot < 0 ? "" : name.substring(dot + 1).replace("-", "");
    boolean readable = encoding.isEmpty() || encoding.toLowerCase(Locale.ROOT).equals("utf8");
    return readable && (dot < 0 ? name : name.substring(0, dot)).matches("zh([_-].*)?");
  }
}
