// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language is chosen. */
final class LanguageTest {
  private static Language of(String locale, String... arguments) {
    return Language.of(arguments, locale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zh_CN.UTF-8", "zh_CN.utf8", "zh_TW.UTF-8", "zh", "zh_CN", "zh_CN.UTF-8@x"})
  void chineseInUtf8IsChinese(String locale) {
    assertThat(of(locale)).isEqualTo(Language.ZH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "C.UTF-8", "POSIX", "en_US.UTF-8", "de_DE", "zhx"})
  void otherLocalesAreEnglish(String locale) {
    assertThat(of(locale)).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN.GB18030", "zh_CN.GBK", "zh_TW.Big5"})
  void chineseInAnotherEncodingIsEnglishBecauseOutputIsUtf8(String locale) {
    assertThat(of(locale)).isEqualTo(Language.EN);
    assertThat(of(locale, "--lang", "zh")).isEqualTo(Language.ZH);
  }

  @ParameterizedTest
  @CsvSource({
    "--lang zh doctor, ZH",
    "--lang=zh doctor, ZH",
    "doctor --lang ZH, ZH",
    "models show --lang=zh resnet18, ZH",
    "doctor --lang en, EN",
    "classify -- --lang zh, EN",
    "doctor --lang, EN",
    "doctor --lang fr, EN"
  })
  void theOptionOverrulesTheLocaleWhereverItStands(String line, Language expected) {
    assertThat(of("", line.split(" "))).isEqualTo(expected);
    if (line.contains("--lang en")) {
      assertThat(of("zh_CN.UTF-8", line.split(" "))).isEqualTo(expected);
    }
  }

  @Test
  void theFirstVariableThatIsNotEmptyCounts() {
    String english = "en_US.UTF-8";
    String chinese = "zh_CN.UTF-8";
    assertThat(UserLocale.of(Map.of("LANG", chinese))).isEqualTo(chinese);
    assertThat(UserLocale.of(Map.of("LANG", chinese, "LC_MESSAGES", english))).isEqualTo(english);
    assertThat(UserLocale.of(Map.of("LC_MESSAGES", english, "LC_ALL", chinese))).isEqualTo(chinese);
    assertThat(UserLocale.of(Map.of("LANG", chinese, "LC_ALL", ""))).isEqualTo(chinese);
    assertThat(UserLocale.of(Map.of())).isEmpty();
  }
}
