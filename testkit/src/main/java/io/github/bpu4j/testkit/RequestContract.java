// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One picture in, its scores out. */
interface RequestContract extends RuntimeUnderTest {
  @Test
  default void takesNv12OfTheModelsSize() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Nv12Buffer input = request.input();
      assertThat(input.width()).isEqualTo(model.info().width());
      assertThat(input.height()).isEqualTo(model.info().height());
      assertThat(input.bytes().isReadOnly()).isFalse();
    }
  }

  @Test
  default void neverMovesItsInput() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Nv12Buffer input = request.input();
      ByteBuffer bytes = input.bytes();
      for (int i = 0; i < 100; i++) {
        Cycle.scores(model, request, i);
        assertThat(request.input()).isSameAs(input);
        assertThat(request.input().bytes()).isSameAs(bytes);
      }
    }
  }

  @Test
  default void leavesThePictureAsItWas() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Cycle.scores(model, request, 3);
      assertThat(Nv12Picture.copyOf(request.input()).bytes())
          .isEqualTo(Cycle.picture(model.info(), 3).bytes());
    }
  }

  @Test
  default void readsTheInputWhateverItsPosition() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, request, 5);
      request.input().bytes().position(7).limit(11);
      request.infer(Cycle.AMPLE);
      assertThat(Cycle.read(model, request)).containsExactly(expected);
      request.input().bytes().clear();
    }
  }

  @Test
  default void doesNotReadThePaddingOfRows() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, request, 5);
      Cycle.fillPadding(request.input(), 0xAA);
      request.infer(Cycle.AMPLE);
      assertThat(Cycle.read(model, request)).containsExactly(expected);
    }
  }

  @Test
  default void answersTheSamePictureAlike() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] first = Cycle.scores(model, request, 1);
      for (float score : first) {
        assertThat(score).isFinite();
      }
      assertThat(Cycle.scores(model, request, 1)).containsExactly(first);
      assertThat(Cycle.scores(model, 1)).containsExactly(first);
    }
  }

  @Test
  default void answersEveryPictureByItsOwnBytes() throws IOException {
    assumeTrue(scoresFollowPicture(), "the scores do not depend on the picture");
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] first = Cycle.scores(model, request, 1);
      float[] second = Cycle.scores(model, request, 2);
      assertThat(second).isNotEqualTo(first);
      assertThat(Cycle.scores(model, request, 1)).containsExactly(first);
    }
  }

  @Test
  default void seesBothPlanes() throws IOException {
    assumeTrue(scoresFollowPicture(), "the scores do not depend on the picture");
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] plain = Cycle.scores(model, request, 1);
      Nv12Picture picture = Cycle.picture(model.info(), 1);
      int luma = picture.width() * picture.height();
      assertThat(scoresWithout(model, request, picture, 0, luma)).isNotEqualTo(plain);
      assertThat(scoresWithout(model, request, picture, luma, luma * 3 / 2)).isNotEqualTo(plain);
    }
  }

  private static float[] scoresWithout(
      ClassificationModel model, InferRequest request, Nv12Picture picture, int from, int to) {
    byte[] bytes = picture.bytes();
    Arrays.fill(bytes, from, to, (byte) 90);
    new Nv12Picture(bytes, picture.width(), picture.height()).writeTo(request.input());
    request.infer(Cycle.AMPLE);
    return Cycle.read(model, request);
  }

  @Test
  default void keepsTheScoresUntilTheNextInference() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest();
        InferRequest other = model.createRequest()) {
      float[] first = Cycle.scores(model, request, 1);
      Cycle.picture(model.info(), 2).writeTo(request.input());
      Cycle.scores(model, other, 3);
      assertThat(Cycle.read(model, request)).containsExactly(first);
    }
  }

  @Test
  default void keepsTwoPicturesApart() throws IOException {
    try (ClassificationModel model = open();
        InferRequest one = model.createRequest();
        InferRequest two = model.createRequest()) {
      Cycle.picture(model.info(), 1).writeTo(one.input());
      Cycle.picture(model.info(), 2).writeTo(two.input());
      two.infer(Cycle.AMPLE);
      one.infer(Cycle.AMPLE);
      assertThat(Cycle.read(model, one)).containsExactly(Cycle.scores(model, 1));
      assertThat(Cycle.read(model, two)).containsExactly(Cycle.scores(model, 2));
    }
  }

  @Test
  default void fillsALongerTargetFromItsStart() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, request, 1);
      float[] longer = new float[expected.length + 3];
      Arrays.fill(longer, -7);
      request.readScores(longer);
      assertThat(longer).startsWith(expected).endsWith(-7f, -7f, -7f);
    }
  }

  @Test
  default void refusesATargetThatIsTooShort() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, request, 1);
      assertThatThrownBy(() -> request.readScores(new float[expected.length - 1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a target of %d scores: model %s gives %d",
              expected.length - 1, model.info().name(), expected.length);
      assertThat(Cycle.read(model, request)).containsExactly(expected);
    }
  }

  @Test
  default void hasNoScoresBeforeTheFirstInference() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Refusal.noScores(model).ofReading(model, request);
      assertThat(Cycle.scores(model, request, 1)).containsExactly(Cycle.scores(model, 1));
    }
  }

  @Test
  default void takesNoJavaHeapInASteadyCycle() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Nv12Picture picture = Cycle.picture(model.info(), 1);
      float[] scores = new float[model.info().classes()];
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 200; i++) {
          picture.writeTo(request.input());
          request.infer(Cycle.AMPLE);
          request.readScores(scores);
        }
        least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / 200);
      }
      assertThat(least).as("bytes of heap per cycle").isLessThanOrEqualTo(bytesPerCycle());
    }
  }
}
