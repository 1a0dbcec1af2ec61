// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Which of the labeled pictures are evaluated.
 *
 * <p>First the limit or the sample is taken, then the shard of it, so that all shards together are
 * the same pictures as without shards.
 *
 * @param limit how many from the start
 * @param sample how many at random
 * @param shard which of several parts
 * @since 0.1.0
 */
public record Selection(OptionalLong limit, Optional<Sample> sample, Shard shard) {
  private static final Selection ALL =
      new Selection(OptionalLong.empty(), Optional.empty(), new Shard(1, 1));

  public Selection {
    if (limit.isPresent() && sample.isPresent()) {
      throw new IllegalArgumentException("limit and sample exclude each other");
    }
    if (limit.orElse(1) < 1) {
      throw new IllegalArgumentException("limit " + limit.getAsLong() + ", expected 1 or more");
    }
  }

  /**
   * Pictures chosen at random, each with the same chance, in the order of the walk.
   *
   * @param pictures how many; all if there are not so many
   * @param seed the same seed chooses the same pictures, on every machine
   * @since 0.1.0
   */
  public record Sample(long pictures, long seed) {
    public Sample {
      if (pictures < 1) {
        throw new IllegalArgumentException("sample " + pictures + ", expected 1 or more");
      }
    }
  }

  /**
   * One of several parts of about the same size: every n-th picture.
   *
   * @param number from 1
   * @param of how many parts
   * @since 0.1.0
   */
  public record Shard(int number, int of) {
    public Shard {
      if (number < 1 || number > of) {
        throw new IllegalArgumentException(
            "shard " + number + "/" + of + ", expected a form like 3/8, from 1/8 to 8/8");
      }
    }

    @Override
    public String toString() {
      return number + "/" + of;
    }
  }

  /** Every picture. */
  public static Selection all() {
    return ALL;
  }

  /** Only this many from the start of the walk. */
  public static Selection first(long pictures) {
    return new Selection(OptionalLong.of(pictures), Optional.empty(), ALL.shard);
  }

  /** This many at random. */
  public static Selection sample(long pictures, long seed) {
    return new Selection(OptionalLong.empty(), Optional.of(new Sample(pictures, seed)), ALL.shard);
  }

  /** Only this part of them. */
  public Selection shard(int number, int of) {
    return new Selection(limit, sample, new Shard(number, of));
  }

  /** The same without its shard. */
  public Selection whole() {
    return shard(1, 1);
  }

  /** Number of pictures that are selected of that many. */
  public long size(long all) {
    long chosen = Math.min(all, limit.orElse(sample.map(Sample::pictures).orElse(all)));
    return chosen / shard.of + (chosen % shard.of >= shard.number ? 1 : 0);
  }

  Chooser chooser(long all) {
    return new Chooser(all);
  }

  /** Decides on one picture after another. */
  final class Chooser {
    private final Random random;
    private long left;
    private long wanted;
    private long chosen;

    private Chooser(long all) {
      left = all;
      wanted = Math.min(all, limit.orElse(sample.map(Sample::pictures).orElse(all)));
      random = new Random(mixed(sample.map(Sample::seed).orElse(0L)));
    }

    /**
     * Bits that differ for seeds that hardly do: the first numbers of Random are almost the same
     * for all small seeds. This is the finalizer of SplitMix64.
     */
    private static long mixed(long seed) {
      long bits = seed + 0x9e3779b97f4a7c15L;
      bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
      bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
      return bits ^ bits >>> 31;
    }

    boolean done() {
      return wanted == 0;
    }

    /**
     * Whether the next picture is selected.
     *
     * <p>A sample is algorithm S of Knuth's "The Art of Computer Programming", section 3.4.2: of
     * the pictures left, each is taken with the chance wanted / left.
     */
    boolean choose() {
      boolean taken = sample.isEmpty() || random.nextDouble() * left < wanted;
      left--;
      if (!taken) {
        return false;
      }
      wanted--;
      return chosen++ % shard.of == shard.number - 1;
    }
  }

  /** For example {@code 1000 at random (seed 7), shard 3/8}. */
  @Override
  public String toString() {
    String pictures =
        limit.isPresent()
            ? "the first " + limit.getAsLong()
            : sample.map(s -> s.pictures + " at random (seed " + s.seed + ")").orElse("all");
    return shard.of == 1 ? pictures : pictures + ", shard " + shard;
  }
}
