// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Labels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamesTest {
  private final ClassNames imagenet = ClassNames.of(Labels.imagenet());

  @ParameterizedTest(name = "{0} is class {1} by {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "n01440764                 | 0   | SYNSET",
        "n01443537_goldfish        | 1   | SYNSET",
        "tench, Tinca tinca        | 0   | NAME",
        "tench                     | 0   | NAME",
        "Tinca tinca               | 0   | NAME",
        "TENCH                     | 0   | NAME",
        "great_white_shark         | 2   | NAME",
        "Cardigan                  | 264 | NAME",
        "cardigan                  | 474 | NAME",
        "maillot, tank suit        | 639 | NAME",
        "missile                   | 657 | NAME",
        "0                         | 0   | INDEX",
        "999                       | 999 | INDEX",
        "00007                     | 7   | INDEX",
      })
  void labelMeansAClass(String label, int index, LabelKind kind) {
    assertThat(imagenet.find(label)).isEqualTo(new ClassNames.Match(index, kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crane", "maillot", "Crane", "MAILLOT", "CARDIGAN", "horn"})
  void aNameOfSeveralClassesIsRefused(String name) {
    assertThatThrownBy(() -> imagenet.find(name))
        .isInstanceOf(LabelException.class)
        .hasMessageStartingWith("'" + name + "' is ambiguous: it names the classes ")
        .hasMessageEndingWith("; use the index or the synset id");
  }

  @Test
  void anAmbiguousNameIsToldWithItsClasses() {
    assertThatThrownBy(() -> imagenet.find("crane"))
        .hasMessageContaining("134 (crane) and 517 (crane)");
  }

  @Test
  void everyWholeLabelThatIsUniqueMeansItsClass() {
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      try {
        assertThat(imagenet.find(Labels.imagenet().name(i)).index()).isEqualTo(i);
      } catch (LabelException e) {
        refused.add(Labels.imagenet().name(i));
      }
    }
    assertThat(refused).containsExactly("crane", "crane", "maillot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000      | 'a synset id, 'tench, Tinca tinca', another label of the model, or an index'",
        "goldfsh   | did you mean 'goldfish'?",
        "n00000000 | 'n00000000' is none of ImageNet's 1000 synset ids",
      })
  void whatMeansNoClassIsRefused(String label, String message) {
    assertThatThrownBy(() -> imagenet.find(label))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining(message.replaceAll("^'(a .*)'$", "$1"));
  }

  @Test
  void aModelWithBackgroundHasTheSynsetsOneLater() {
    ClassNames names = ClassNames.of(Labels.imagenet().withBackground());
    assertThat(names.find("n01440764").index()).isEqualTo(1);
    assertThat(names.find("tench").index()).isEqualTo(1);
  }

  @Test
  void shortLabelsInImagenetsOrderTakeSynsets() {
    List<String> names =
        Labels.imagenet().names().stream().map(name -> name.split(",", 2)[0]).toList();
    assertThat(ClassNames.of(Labels.of(names)).find("n02391049").index()).isEqualTo(340);
  }

  @Test
  void otherClassesHaveNoSynsets() {
    assertThatThrownBy(() -> ClassNames.of(Labels.of(List.of("cat", "dog"))).find("n02123045"))
        .hasMessage(
            "'n02123045' is a synset id, but the model's 2 classes are not ImageNet's; expected"
                + " 'cat', another label of the model, or an index from 0 to 1");
    assertThatThrownBy(() -> ClassNames.of(Labels.numbered(1000)).find("n02123045"))
        .hasMessageContaining("are not ImageNet's");
  }

  @Test
  void aLabelThatIsANumberComesBeforeTheIndex() {
    ClassNames digits = ClassNames.of(Labels.of(List.of("1", "0")));
    assertThat(digits.find("0")).isEqualTo(new ClassNames.Match(1, LabelKind.NAME));
  }
}
