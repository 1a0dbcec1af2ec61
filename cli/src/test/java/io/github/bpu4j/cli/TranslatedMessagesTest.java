// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All messages in the code are there in Chinese, with the same arguments, and nothing else is. */
final class TranslatedMessagesTest {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern CONVERSION =
      Pattern.compile("%(?:(\\d+)\\$)?([-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z])");

  /** Options, settings and commands, which are the same in every language. */
  private static final Pattern FIXED =
      Pattern.compile(
          "--[a-z][a-z-]*|\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b|bpu4j (?:models(?: get| remove)?|info|doctor|perf|convert)");

  /** Words that stay English. */
  private static final Pattern NAME = Pattern.compile("top-|softmax|doctor|hb_mapper");

  /** A remedy that is nothing but a command. */
  private static final Pattern COMMAND = Pattern.compile("sudo [^;,:]+");

  private static List<MessageCall> calls = List.of();
  private static Map<String, String> english = Map.of();
  private static Map<String, String> chinese = Map.of();

  @BeforeAll
  static void read() throws IOException {
    calls = MessageCall.all();
    ResourceBundle bundle = Texts.in(Language.ZH).forHelp();
    chinese = bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    english = new TreeMap<>();
    for (MessageCall call : calls) {
      call.key().ifPresent(key -> english.put(key, call.english().orElse("")));
    }
    remedies().forEach(text -> english.put(text.key(), text.english()));
  }

  private static Stream<Text> remedies() {
    return Stream.of(Diagnosis.values()).flatMap(each -> each.remedy().stream());
  }

  @Test
  void keysAndEnglishAreConstants() {
    assertThat(calls).hasSizeGreaterThan(100);
    assertThat(calls)
        .filteredOn(call -> call.key().isEmpty() || call.english().isEmpty())
        .as("give the key and the English text as literals")
        .extracting(MessageCall::place)
        .isEmpty();
  }

  @Test
  void oneKeyHasOneEnglishText() {
    Map<String, Set<String>> texts =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.key().orElse(""),
                    Collectors.mapping(call -> call.english().orElse(""), Collectors.toSet())));
    assertThat(texts.entrySet()).filteredOn(text -> text.getValue().size() > 1).isEmpty();
  }

  @Test
  void everyTextIsTranslated() {
    assertThat(english.entrySet())
        .filteredOn(text -> !isTranslated(text.getKey(), text.getValue()))
        .as("add these keys to bpu4j_zh.properties, or correct them")
        .extracting(text -> text.getKey() + "=<Chinese for: " + text.getValue() + ">")
        .isEmpty();
  }

  private static boolean isTranslated(String key, String text) {
    String found = chinese.getOrDefault(key, "");
    if (COMMAND.matcher(text).matches()) {
      return found.equals(text);
    }
    String words = NAME.matcher(CONVERSION.matcher(text).replaceAll("")).replaceAll("");
    return words.matches("(?s).*\\b[a-z]{3,}.*") ? HAN.matcher(found).find() : !found.isEmpty();
  }

  @Test
  void argumentsAreTheSame() {
    assertThat(english.keySet())
        .filteredOn(key -> !arguments(translation(key)).equals(arguments(english.get(key))))
        .isEmpty();
  }

  @Test
  void optionsAndCommandsAreTheSame() {
    assertThat(english.keySet())
        .filteredOn(key -> !fixed(translation(key)).equals(fixed(english.get(key))))
        .isEmpty();
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> unused = new TreeSet<>(chinese.keySet());
    unused.removeAll(english.keySet());
    unused.removeAll(HelpText.keysUsed());
    assertThat(unused).as("take these keys out of bpu4j_zh.properties").isEmpty();
  }

  private static String translation(String key) {
    return chinese.getOrDefault(key, "");
  }

  /** Conversions in the order of the arguments. */
  private static List<String> arguments(String pattern) {
    List<String> found = new ArrayList<>();
    Matcher conversions = CONVERSION.matcher(pattern.replace("%%", "").replace("%n", ""));
    int next = 1;
    while (conversions.find()) {
      String index = conversions.group(1);
      int number = index == null ? next++ : Integer.parseInt(index);
      found.add(number + conversions.group(2));
    }
    return found.stream().distinct().sorted().toList();
  }

  private static Set<String> fixed(String text) {
    return FIXED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
