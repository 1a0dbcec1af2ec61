// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the command says to people, in one language.
 *
 * <p>English stands in the code, where it is used: in the annotations of options and commands, and
 * beside its key in the calls of this class. {@code bpu4j_zh.properties} holds all Chinese, help
 * and messages alike. Tests compare both.
 */
public final class Texts {
  private static final Texts ENGLISH = new Texts(Language.EN, Map.of());
  private static final String CHINESE = "bpu4j_zh.properties";

  private final Language language;
  private final Map<String, String> translated;

  private Texts(Language language, Map<String, String> translated) {
    this.language = language;
    this.translated = translated;
  }

  /** The texts of a language; only Chinese is read from a file. */
  public static Texts in(Language language) {
    return language == Language.EN ? ENGLISH : new Texts(language, chinese());
  }

  /** English, for what never varies. */
  public static Texts english() {
    return ENGLISH;
  }

  static Map<String, String> chinese() {
    try (InputStream in = Texts.class.getResourceAsStream(CHINESE)) {
      Properties properties = new Properties();
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, CHINESE), StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(key -> key, properties::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  /**
   * A text in the notation of {@link String#format}; numbers look the same in every language.
   *
   * @param key of the translation
   * @param english a constant, so that the test finds it
   * @param arguments a {@link Text} among them is shown in the same language
   */
  public String text(String key, String english, @Nullable Object... arguments) {
    return text(Text.of(key, english, arguments));
  }

  /** A text that was made where the language was not known. */
  public String text(Text text) {
    String pattern = translated.getOrDefault(text.key(), text.english());
    Object[] shown =
        text.arguments().stream()
            .map(each -> each instanceof Text inner ? text(inner) : each)
            .toArray();
    return String.format(Locale.ROOT, pattern, shown);
  }

  /** The same texts for picocli, which looks the help up by name of command and option. */
  public ResourceBundle forHelp() {
    return new HelpBundle(translated);
  }
}
