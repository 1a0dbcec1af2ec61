// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.language.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison shows.
 *
 * @param kind the answer
 * @param likely causes of a mismatch, the likeliest first, with their evidence
 */
record Verdict(Kind kind, List<Likely> likely) {
  /** Sound models of the experiments were at 0.979 or above with 20 photos. */
  static final double GOOD = 0.975;

  /** Mistakes were below. */
  static final double BAD = 0.95;

  /** Pictures below which a sound model can be under {@link #GOOD}. */
  static final int ENOUGH = 10;

  /** How much nearer a replay must be to be worth a word. */
  private static final double NEARER = 0.02;

  /** Logits of different pictures that are the same. */
  private static final double SAME = 0.9995;

  /** The answer. */
  enum Kind {
    GOOD("good"),
    CANNOT_TELL("cannot tell"),
    DOES_NOT_MATCH("something does not match");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A cause with its evidence. */
  record Likely(Cause cause, Text evidence) {}

  Verdict {
    likely = List.copyOf(likely);
  }

  /**
   * Decides.
   *
   * @param cosine mean cosine of the centered logits
   * @param limit from which on it is good
   * @param pictures that were compared
   * @param spread mean cosine between the compiled file's answers to different pictures
   * @param networkSpread the same of the network
   */
  static Verdict of(
      double cosine,
      double limit,
      int pictures,
      double spread,
      double networkSpread,
      List<Recorded> recorded,
      List<Replay> replays) {
    boolean bad = cosine < Math.min(BAD, limit) || isExplained(cosine, limit, replays);
    Kind kind;
    if (!recorded.isEmpty() || (bad && pictures >= ENOUGH)) {
      kind = Kind.DOES_NOT_MATCH;
    } else {
      kind = cosine >= limit && pictures >= ENOUGH ? Kind.GOOD : Kind.CANNOT_TELL;
    }
    return new Verdict(
        kind,
        kind == Kind.DOES_NOT_MATCH
            ? causes(cosine, spread, networkSpread, recorded, replays)
            : List.of());
  }

  /** Whether the network with a mistake answers like the file, and without it does not. */
  private static boolean isExplained(double cosine, double limit, List<Replay> replays) {
    return replays.stream()
        .filter(each -> each.hypothesis().cause().orElseThrow() != Cause.RANGE)
        .anyMatch(each -> each.cosine() >= limit && each.cosine() > cosine + NEARER);
  }

  private static List<Likely> causes(
      double cosine,
      double spread,
      double networkSpread,
      List<Recorded> recorded,
      List<Replay> replays) {
    List<Likely> all = new ArrayList<>();
    for (Recorded each : recorded) {
      all.add(
          new Likely(
              each.cause(),
              best(replays, each.cause())
                  .map(replay -> Text.of("check.evidence", "%s; %s", each.text(), evidence(replay)))
                  .orElse(each.text())));
    }
    if (spread > SAME && networkSpread < SAME) {
      all.add(
          new Likely(
              Cause.SAME_ANSWER, Text.of("check.alike", "its answers to all pictures are alike")));
    }
    List<Replay> nearer =
        replays.stream()
            .filter(each -> each.cosine() > cosine + NEARER)
            .sorted(Comparator.comparingDouble(Replay::cosine).reversed())
            .toList();
    for (Replay each : nearer) {
      Cause cause = each.hypothesis().cause().orElseThrow();
      if (all.stream().noneMatch(likely -> likely.cause() == cause)) {
        all.add(new Likely(cause, evidence(each)));
      }
    }
    boolean explained = nearer.stream().anyMatch(each -> each.cosine() >= BAD);
    if (recorded.isEmpty() && !explained) {
      all.add(
          nearer.isEmpty() ? 0 : Math.min(1, all.size()),
          new Likely(
              Cause.CALIBRATION,
              Text.of("check.unexplained", "no mistake with pixels explains the difference")));
    }
    return all;
  }

  private static Optional<Replay> best(List<Replay> replays, Cause cause) {
    return replays.stream()
        .filter(each -> each.hypothesis().cause().orElseThrow() == cause)
        .max(Comparator.comparingDouble(Replay::cosine));
  }

  private static Text evidence(Replay replay) {
    return replay.cosine() >= BAD
        ? Text.of(
            "check.like",
            "the network fed so (%s) answers like the file: %.4f",
            replay.hypothesis().name(),
            replay.cosine())
        : Text.of(
            "check.unlike",
            "the network fed so (%s) has this cosine with the file: %.4f",
            replay.hypothesis().name(),
            replay.cosine());
  }
}
