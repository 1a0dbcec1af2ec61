// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Mutations;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decodes mutated and cut JPEG files, in a process of its own so that its memory can be measured.
 *
 * <p>Stops with the first file that gives anything but a picture or a refusal. What it counted goes
 * to standard output, a line each.
 */
final class JpegFuzz {
  private static final int MOST_PIXELS = 30_000;
  private static final int ONE_IN = 30;
  private static final Path HARD = Path.of("src/test/resources/golden/hard");

  private final Ways ways = new Ways();
  private int pictures;
  private int refused;
  private long slowest;
  private String slowestName = "";

  private JpegFuzz() {}

  /**
   * Runs.
   *
   * @param args how many mutations, the seed of the first, of how many files every cut
   */
  public static void main(String[] args) throws IOException {
    JpegFuzz fuzz = new JpegFuzz();
    fuzz.mutate(Integer.parseInt(args[0]), Long.parseLong(args[1]));
    System.out.printf("mutations that are pictures: %d%n", fuzz.pictures);
    System.out.printf("mutations refused: %d%n", fuzz.refused);
    fuzz.pictures = 0;
    fuzz.refused = 0;
    fuzz.cut(Integer.parseInt(args[2]));
    System.out.printf("cuts that are pictures: %d%n", fuzz.pictures);
    System.out.printf("cuts refused: %d%n", fuzz.refused);
    System.out.printf("slowest, ms: %d (%s)%n", fuzz.slowest / 1_000_000, fuzz.slowestName);
    System.out.printf("most memory, MB: %d%n", ResidentMemory.peakBytes() >> 20);
  }

  private void mutate(int count, long seed) throws IOException {
    List<byte[]> originals = new ArrayList<>(made().map(JpegFile::of).toList());
    try (Stream<Path> hard = Files.list(HARD)) {
      for (Path file : hard.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
        originals.add(Files.readAllBytes(file));
      }
    }
    for (int i = 0; i < count; i++) {
      long each = seed + i;
      decode(Mutations.of(originals.get(i % originals.size()), each), "seed " + each);
    }
  }

  private void cut(int files) {
    List<JpegPlan> plans = made().filter(plan -> plan.marking() == Marking.JFIF).toList();
    for (int i = 0; i < files; i++) {
      JpegPlan plan = plans.get(i * plans.size() / files);
      byte[] file = JpegFile.of(plan);
      for (int length = 0; length < file.length; length++) {
        decode(Arrays.copyOf(file, length), plan + " cut to " + length);
      }
    }
  }

  /** Some small files of each family but the last, which this library's decoder does not take. */
  private static Stream<JpegPlan> made() {
    return Sweep.families().entrySet().stream()
        .filter(family -> !family.getKey().equals("unusual"))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .filter(plan -> plan.width() * plan.height() <= MOST_PIXELS && plan.seed() % ONE_IN == 0);
  }

  private void decode(byte[] file, String name) {
    long start = System.nanoTime();
    try {
      ways.nv12(file);
      pictures++;
    } catch (ImageDecodeException e) {
      refused++;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + ": " + e, e);
    }
    long took = System.nanoTime() - start;
    if (took > slowest) {
      slowest = took;
      slowestName = name;
    }
  }
}
