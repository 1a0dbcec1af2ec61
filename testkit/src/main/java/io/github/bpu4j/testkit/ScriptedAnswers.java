// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.CRC32;

/** Creates scripts from a list of answers, or from the picture alone. */
final class ScriptedAnswers {
  private ScriptedAnswers() {}

  static OptionalInt classes(List<ScriptedAnswer> answers) {
    return answers.stream()
        .filter(answer -> answer.failure().isEmpty())
        .mapToInt(answer -> answer.scores().length)
        .findFirst();
  }

  static void check(List<ScriptedAnswer> answers, int classes) {
    for (ScriptedAnswer answer : answers) {
      if (answer.failure().isEmpty() && answer.scores().length != classes) {
        throw new IllegalArgumentException(
            "scripted " + answer.scores().length + " scores, expected " + classes);
      }
    }
  }

  static Function<Nv12Picture, ScriptedAnswer> inOrder(List<ScriptedAnswer> answers, int classes) {
    if (answers.isEmpty()) {
      return picture -> fromBytes(picture, classes);
    }
    List<ScriptedAnswer> script = List.copyOf(answers);
    AtomicInteger next = new AtomicInteger();
    return picture ->
        script.get(next.getAndUpdate(index -> Math.min(index + 1, script.size() - 1)));
  }

  private static ScriptedAnswer fromBytes(Nv12Picture picture, int classes) {
    CRC32 sum = new CRC32();
    sum.update(picture.bytes());
    SplittableRandom random = new SplittableRandom(sum.getValue());
    float[] scores = new float[classes];
    for (int i = 0; i < classes; i++) {
      scores[i] = (float) random.nextDouble();
    }
    return ScriptedAnswer.scores(scores);
  }
}
