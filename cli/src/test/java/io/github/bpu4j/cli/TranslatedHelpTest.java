// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All help of all commands is there in Chinese, and says the same. */
final class TranslatedHelpTest {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Options, variables, numbers and words in capitals, which are the same in every language. */
  private static final Pattern FIXED =
      Pattern.compile("--[a-z][a-z-]*|\\$\\{[A-Z-]+}|\\d+(?:\\.\\d+)?|\\b[A-Z][A-Z0-9_]{2,}\\b");

  private final List<HelpText> texts = HelpText.all();

  @Test
  void everyTextIsTranslated() {
    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(texts)
        .filteredOn(text -> isProse(text.english()) && !HAN.matcher(text.chinese()).find())
        .as("add these keys to bpu4j_zh.properties, or correct them")
        .extracting(text -> text.key() + "=<Chinese for: " + text.english() + ">")
        .isEmpty();
  }

  @Test
  void commandsAreNot() {
    assertThat(texts)
        .filteredOn(text -> !isProse(text.english()))
        .allSatisfy(text -> assertThat(text.chinese()).isEqualTo(text.english()));
  }

  @Test
  void optionsAndNumbersAreTheSame() {
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(fixed(text.chinese())).as(text.key()).isEqualTo(fixed(text.english())));
  }

  @Test
  void oneTranslationServesOneText() {
    Map<String, Set<String>> english =
        texts.stream()
            .filter(text -> isProse(text.english()))
            .collect(
                Collectors.groupingBy(
                    HelpText::chinese, Collectors.mapping(HelpText::english, Collectors.toSet())));
    assertThat(english.entrySet()).filteredOn(text -> text.getValue().size() > 1).isEmpty();
  }

  /** Blank lines and indented examples are the same in every language. */
  private static boolean isProse(String english) {
    return LETTERS.matcher(english).find()
        && !Arrays.stream(english.split("\n", -1)).allMatch(line -> line.startsWith("  "));
  }

  private static Set<String> fixed(String text) {
    return FIXED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
