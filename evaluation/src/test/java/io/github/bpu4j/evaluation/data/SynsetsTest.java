// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynsetsTest {
  /** Twenty classes that WordNet and every list of ImageNet's labels agree on. */
  @ParameterizedTest(name = "{0} is {1}, {2}")
  @CsvSource({
    "n01440764, 0, tench",
    "n01443537, 1, goldfish",
    "n01514668, 7, cock",
    "n01622779, 24, great gr",
    "n01806567, 85, quail",
    "n02012849, 134, crane",
    "n02099601, 207, golden retriever",
    "n02108422, 243, bull mastiff",
    "n02114367, 269, timber wolf",
    "n02123045, 281, tabby",
    "n02124075, 285, Egyptian cat",
    "n02391049, 340, zebra",
    "n02510455, 388, giant panda",
    "n02814860, 437, beacon",
    "n03126707, 517, crane",
    "n03376595, 559, folding chair",
    "n03710637, 638, maillot",
    "n04285008, 817, sports car",
    "n07753592, 954, banana",
    "n15075141, 999, toilet tissue",
  })
  void orderIsThatOfTheLabels(String id, int index, String name) {
    assertThat(Synsets.index(id)).isEqualTo(index);
    assertThat(Labels.imagenet().name(index)).startsWith(name);
  }

  @ParameterizedTest
  @CsvSource({
    "n01440764, n01440764",
    "n01440764_tench.JPEG, n01440764",
    "n01440764-tench, n01440764",
    "ILSVRC2012_val_00000293_n01440764.JPEG, n01440764",
    "n014407640.jpg, ''",
    "xn01440764.jpg, ''",
    "tench.jpg, ''",
  })
  void idIsFoundInAName(String name, String id) {
    assertThat(Synsets.in(name).orElse("")).isEqualTo(id);
  }

  @Test
  void otherIdsHaveNoPlace() {
    assertThat(Synsets.index("n00000000")).isNegative();
    assertThat(Synsets.index("n99999999")).isNegative();
  }
}
