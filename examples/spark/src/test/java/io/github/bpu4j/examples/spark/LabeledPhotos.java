// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Writes a few hundred labeled pictures: crops of the two sample photos, some with a wrong label,
 * and files that are damaged in different ways.
 */
final class LabeledPhotos {
  static final int CROPS = 150;
  static final int DAMAGED = 6;
  static final int ALL = 2 * CROPS + DAMAGED;

  private static final Path PHOTOS = Path.of("../images");

  private static final String CAT = "285";
  private static final String TIGER_CAT = "n02123159";
  private static final String CUP = "espresso";
  private static final String MUG = "coffee mug";

  private LabeledPhotos() {}

  /** Writes {@value #ALL} files into folders with labels of each kind. */
  static void write(Path folder) throws IOException {
    crops(PHOTOS.resolve("chelsea.png"), folder, CAT, TIGER_CAT);
    crops(PHOTOS.resolve("coffee.png"), folder, CUP, MUG);
    byte[] png = Files.readAllBytes(PHOTOS.resolve("chelsea.png"));
    Path cat = folder.resolve(CAT);
    Files.write(cat.resolve("empty.png"), new byte[0]);
    Files.write(cat.resolve("cut.png"), Arrays.copyOf(png, png.length / 2));
    Files.writeString(cat.resolve("文字.jpg"), "this is text");
    Path cup = Files.createDirectories(folder.resolve(CUP).resolve("deeper"));
    Files.write(cup.resolve("header only.png"), Arrays.copyOf(png, 33));
    png[png.length / 2] ^= 0x55;
    Files.write(cup.resolve("flipped.png"), png);
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Files.write(cup.resolve("noise.jpg"), noise);
  }

  /** Every fifth crop gets the second label. */
  private static void crops(Path photo, Path folder, String truth, String other)
      throws IOException {
    ImageFrame frame = ImageFrame.read(photo);
    Random random = new Random(truth.hashCode());
    for (int i = 0; i < CROPS; i++) {
      int width = frame.width() / 2 + random.nextInt(frame.width() / 2);
      int height = frame.height() / 2 + random.nextInt(frame.height() / 2);
      Region region =
          new Region(
              random.nextInt(frame.width() - width),
              random.nextInt(frame.height() - height),
              width,
              height);
      Path label = folder.resolve(i % 5 == 0 ? other : truth);
      Path file = Files.createDirectories(label).resolve("crop " + i + ".jpg");
      ImageIO.write(frame.crop(region).toBufferedImage(), "jpg", file.toFile());
    }
  }
}
