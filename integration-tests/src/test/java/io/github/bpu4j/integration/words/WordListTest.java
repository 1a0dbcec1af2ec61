// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of this project uses a wording of the word lists, in its name or in its text. */
final class WordListTest {
  @Test
  void englishIsPlainAndAmerican() throws IOException {
    List<WordRule> rules = WordRule.read("en.tsv");
    List<Exemption> exemptions = Exemption.read("exempt.tsv");
    List<String> findings = new ArrayList<>();
    SourceTree.texts()
        .forEach((path, text) -> findings.addAll(findings(path, text, rules, exemptions)));
    assertThat(findings).as("wordings to replace").isEmpty();
  }

  @Test
  void chinesePagesUseTheGlossary() throws IOException {
    List<WordRule> rules = WordRule.read("zh.tsv");
    List<String> findings = new ArrayList<>();
    SourceTree.texts()
        .forEach(
            (path, text) -> {
              if (isChinese(path)) {
                findings.addAll(findings(path, text, rules, List.of()));
              }
            });
    assertThat(findings).as("wordings to replace").isEmpty();
  }

  @Test
  void everyExemptionIsStillNeeded() throws IOException {
    List<Exemption> unused = new ArrayList<>(Exemption.read("exempt.tsv"));
    SourceTree.texts()
        .forEach(
            (path, text) ->
                unused.removeIf(
                    exemption ->
                        exemption.appliesTo(path)
                            && exemption.name().matcher(path + " " + text).find()));
    assertThat(unused).isEmpty();
  }

  @Test
  void findsSpellingsInsideNames() throws IOException {
    assertThat(findings("int defaultColour;")).containsExactly("f:1: \"defaultColour\" -> color");
    assertThat(findings("a\nCENTRE_CROP centreCrop"))
        .containsExactly("f:2: \"CENTRE_CROP\" -> center", "f:2: \"centreCrop\" -> center");
    assertThat(findings("Normaliser quantisationOf")).hasSize(2);
    assertThat(findings("int defaultColor; isotropic promise precise exercise")).isEmpty();
  }

  @Test
  void findsPhrasesAcrossLinesAndLiterals() throws IOException {
    assertThat(findings("   * memory that is kept for\n   * ever"))
        .singleElement()
        .asString()
        .startsWith("f:1: \"for ever\"");
    assertThat(findings("throw x(\n  \"'224' is \"\n     + \"no size\");"))
        .singleElement()
        .asString()
        .startsWith("f:2: \"is no ");
    assertThat(findings("there is no size")).isEmpty();
  }

  @Test
  void exemptsANameOnlyInItsFiles() throws IOException {
    List<Exemption> exemptions =
        List.of(new Exemption(Pattern.compile("f"), Pattern.compile("jpeg_grey\\.jpg")));
    List<WordRule> rules = WordRule.read("en.tsv");
    assertThat(findings("f", "jpeg_grey.jpg", rules, exemptions)).isEmpty();
    assertThat(findings("f", "a grey picture", rules, exemptions)).hasSize(1);
    assertThat(findings("g", "jpeg_grey.jpg", rules, exemptions)).hasSize(1);
  }

  private static List<String> findings(String text) throws IOException {
    return findings("f", text, WordRule.read("en.tsv"), List.of());
  }

  private static List<String> findings(
      String path, String text, List<WordRule> rules, List<Exemption> exemptions) {
    String name = path;
    String content = text;
    for (Exemption exemption : exemptions) {
      if (exemption.appliesTo(path)) {
        name = exemption.mask(name);
        content = exemption.mask(content);
      }
    }
    SourceText source = SourceText.of(name, content);
    return rules.stream().flatMap(rule -> rule.findIn(path, source).stream()).toList();
  }

  private static boolean isChinese(String path) {
    return path.startsWith("docs/zh/") || path.contains("zh-CN") || path.endsWith("_zh.properties");
  }
}
