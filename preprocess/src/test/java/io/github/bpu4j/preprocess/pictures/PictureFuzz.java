// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decodes damaged files of one format, in a process of its own so that its memory can be measured.
 *
 * <p>Stops with the first file that gives anything but a picture or a refusal, and keeps it.
 */
final class PictureFuzz {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/golden/img"), Path.of("src/test/resources/golden/hard"));
  private static final int LARGEST = 120_000;
  private static final int ONE_IN = 3;
  private static final Path KEPT = Path.of("target", "fuzzed-picture");

  private final Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 64, 64);
  private final Nv12Buffer target = Nv12Buffer.allocate(64, 64);
  private int pictures;
  private int refused;
  private long slowest;
  private long slowestSeed;

  private PictureFuzz() {}

  /**
   * Runs.
   *
   * @param args how the names of the files end or begin, how many, the seed of the first
   */
  public static void main(String[] args) throws IOException {
    PictureFuzz fuzz = new PictureFuzz();
    List<byte[]> originals = originals(args[0]);
    long seed = Long.parseLong(args[2]);
    ImageFrame.decode(originals.get(0));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      byte[] original = originals.get(i % originals.size());
      fuzz.decode(StructureMutation.of(original, seed + i), seed + i);
    }
    System.out.printf("%s, of %d files%n", args[0], originals.size());
    System.out.printf("pictures: %d%n", fuzz.pictures);
    System.out.printf("refused: %d%n", fuzz.refused);
    System.out.printf("slowest, ms: %d (seed %d)%n", fuzz.slowest / 1_000_000, fuzz.slowestSeed);
    System.out.printf("most memory, MB: %d%n", ResidentMemory.peakBytes() >> 20);
  }

  private static List<byte[]> originals(String format) throws IOException {
    List<byte[]> originals = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          boolean isOfFormat = name.endsWith("." + format) || isPnm(name, format);
          if (isOfFormat
              && !name.startsWith("bomb")
              && !name.startsWith("bad")
              && Files.size(file) <= LARGEST) {
            originals.add(Files.readAllBytes(file));
          }
        }
      }
    }
    int number = 0;
    for (PictureRow row : PictureRow.all()) {
      if (row.name().startsWith(format) && number++ % ONE_IN == 0) {
        originals.add(row.file());
      }
    }
    return originals;
  }

  private static boolean isPnm(String name, String format) {
    return format.equals("ppm") && (name.endsWith(".pgm") || name.endsWith(".pbm"));
  }

  private void decode(byte[] file, long seed) throws IOException {
    long start = System.nanoTime();
    try {
      converter.convert(ImageFrame.decode(file), target);
      pictures++;
    } catch (ImageDecodeException e) {
      refused++;
    } catch (RuntimeException | Error e) {
      Files.write(KEPT, file);
      throw new AssertionError("seed " + seed + ", kept as " + KEPT + ": " + e, e);
    }
    long took = System.nanoTime() - start;
    if (took > slowest) {
      slowest = took;
      slowestSeed = seed;
    }
  }
}
