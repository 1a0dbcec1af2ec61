// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels pass an allowlist, or all but a denylist. */
class CategoryFilterTest {
  private static final Labels LABELS = Labels.numbered(4);

  @Test
  void withoutListsEveryLabelPasses() {
    assertThat(CategoryFilter.ALL.indexes(LABELS)).isNull();
  }

  @Test
  void onlyAllowedLabelsPass() {
    assertThat(CategoryFilter.ALL.withAllowed(List.of("class_2")).indexes(LABELS))
        .isEqualTo(BitSet.valueOf(new long[] {0b0100}));
  }

  @Test
  void allButDeniedLabelsPass() {
    assertThat(CategoryFilter.ALL.withDenied(List.of("class_2", "class_0")).indexes(LABELS))
        .isEqualTo(BitSet.valueOf(new long[] {0b1010}));
  }

  @Test
  void unknownNamesAndBothListsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CategoryFilter.ALL.withDenied(List.of("wolf")).indexes(LABELS))
        .withMessage(
            "categoryDenylist: [wolf] are not labels of the model; use exact names such as"
                + " 'class_0'");
    CategoryFilter both =
        CategoryFilter.ALL.withAllowed(List.of("class_1")).withDenied(List.of("class_2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> both.indexes(LABELS))
        .withMessageStartingWith(
            "got categoryAllowlist and categoryDenylist, expected at most one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CategoryFilter.ALL.withDenied(List.of()))
        .withMessage("categoryDenylist: got no names, expected at least one");
  }
}
