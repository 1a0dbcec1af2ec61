// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  private static final int ALL = 1003;

  static Stream<Selection> selections() {
    return Stream.of(
        Selection.all(),
        Selection.first(10),
        Selection.first(5000),
        Selection.sample(1, 3),
        Selection.sample(200, 7),
        Selection.sample(5000, 7));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("selections")
  void shardsTogetherAreTheWhole(Selection selection) {
    List<Integer> whole = chosen(selection);
    assertThat(whole).hasSize((int) selection.size(ALL)).doesNotHaveDuplicates();
    for (int parts : new int[] {1, 2, 8, 13}) {
      List<Integer> together = new ArrayList<>();
      for (int number = 1; number <= parts; number++) {
        Selection shard = selection.shard(number, parts);
        List<Integer> part = chosen(shard);
        assertThat(part).hasSize((int) shard.size(ALL));
        together.addAll(part);
      }
      assertThat(together).containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  @Test
  void aSeedChoosesTheSameAndAnotherOthers() {
    assertThat(chosen(Selection.sample(100, 1)))
        .isEqualTo(chosen(Selection.sample(100, 1)))
        .isNotEqualTo(chosen(Selection.sample(100, 2)));
  }

  /** Over 2000 seeds each of 1003 pictures is chosen about 200 times; 5 deviations are 67. */
  @Test
  void everyPictureHasTheSameChance() {
    int[] times = new int[ALL];
    for (int seed = 0; seed < 2000; seed++) {
      chosen(Selection.sample(100, seed)).forEach(i -> times[i]++);
    }
    assertThat(Arrays.stream(times).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(199 - 67, 199 + 67));
  }

  @Test
  void textSaysWhatIsChosen() {
    assertThat(Selection.all()).hasToString("all");
    assertThat(Selection.first(9).shard(3, 8)).hasToString("the first 9, shard 3/8");
    assertThat(Selection.sample(9, 4)).hasToString("9 at random (seed 4)");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Selection.first(0)).hasMessage("limit 0, expected 1 or more");
    assertThatThrownBy(() -> Selection.sample(0, 1)).hasMessage("sample 0, expected 1 or more");
    assertThatThrownBy(() -> Selection.all().shard(9, 8))
        .hasMessage("shard 9/8, expected a form like 3/8, from 1/8 to 8/8");
    assertThatThrownBy(
            () ->
                new Selection(
                    OptionalLong.of(1),
                    Optional.of(new Selection.Sample(1, 1)),
                    new Selection.Shard(1, 1)))
        .hasMessage("limit and sample exclude each other");
  }

  private static List<Integer> chosen(Selection selection) {
    Selection.Chooser chooser = selection.chooser(ALL);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < ALL && !chooser.done(); i++) {
      if (chooser.choose()) {
        chosen.add(i);
      }
    }
    return chosen;
  }
}
