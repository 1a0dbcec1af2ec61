// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final int PICTURES = 50_000;

  @Test
  void keepsTheMostConfidentOfManyInAnyOrder() {
    Random random = new Random(21);
    List<EvaluatedPicture> wrong = new ArrayList<>();
    Misses misses = new Misses(Misses.MOST);
    for (int i = 0; i < PICTURES; i++) {
      EvaluatedPicture picture = picture("p" + i, random.nextInt(2), random.nextInt(1000) / 1000f);
      misses.evaluated(picture);
      if (!picture.right()) {
        wrong.add(picture);
      }
    }
    misses.evaluated(EvaluatedPicture.unreadable("damaged", 0, "damaged"));
    wrong.sort(
        Comparator.comparingDouble((EvaluatedPicture each) -> -each.categories().get(0).score())
            .thenComparing(EvaluatedPicture::path));
    assertThat(misses.mostConfident()).isEqualTo(wrong.subList(0, Misses.MOST));
  }

  @Test
  void keepsNoneIfNoneAreAskedFor() {
    Misses misses = new Misses(0);
    misses.evaluated(picture("p", 1, 1));
    assertThat(misses.mostConfident()).isEmpty();
  }

  private static EvaluatedPicture picture(String path, int answer, float score) {
    return EvaluatedPicture.answered(path, 0, List.of(new Category(answer, "a", "a", score)));
  }
}
