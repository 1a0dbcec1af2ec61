// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * The vendor's ResNet18 notebook as a Java program: model, photo, label, score, annotated picture.
 *
 * <p>On the board it takes the stock model; where that file is missing it runs the network that a
 * runtime carries, and says so.
 */
public final class ResNet18 {
  private static final String STOCK_MODEL = "/opt/hobot/model/x5/basic/resnet18_224x224_nv12.bin";

  private ResNet18() {}

  /**
   * Classifies one photo.
   *
   * @param arguments model, photo, picture to write; each may be left out from the right
   * @throws IOException when the photo cannot be read or the picture not written
   */
  public static void main(String[] arguments) throws IOException {
    Path model = Path.of(argument(arguments, 0, STOCK_MODEL));
    Path photo = Path.of(argument(arguments, 1, "examples/images/chelsea.png"));
    Path drawn = Path.of(argument(arguments, 2, "resnet18.annotated.png"));
    try (Classifier classifier = open(model)) {
      ClassificationResult result = classifier.classify(photo);
      Category best = result.best();
      System.out.println("model: " + result.model() + " on " + result.runtime() + mark(result));
      System.out.println("photo: " + photo);
      System.out.println("class: " + best.index());
      System.out.println("label: " + best.name());
      System.out.println("score: " + best.score());
      annotate(photo, best.name() + String.format(Locale.ROOT, " %.4f", best.score()), drawn);
      System.out.println("drawn: " + drawn);
    }
  }

  private static Classifier open(Path model) {
    if (Files.exists(model)) {
      return Classifier.builder().model(model).preprocessing(Preprocessing.vendorSample()).open();
    }
    Classifier substitute = Classifier.openDefault();
    System.out.printf(
        "There is no %s; running %s instead, which is another network.%n",
        model, substitute.model().name());
    return substitute;
  }

  private static String mark(ClassificationResult result) {
    return result.simulated() ? " (simulated: a stand-in answers, no BPU)" : "";
  }

  private static void annotate(Path photo, String text, Path target) throws IOException {
    BufferedImage picture = ImageFrame.read(photo).toBufferedImage();
    int size = Math.max(12, picture.getWidth() / 30);
    Graphics2D graphics = picture.createGraphics();
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
    graphics.setColor(Color.BLACK);
    graphics.drawString(text, size / 2 + 1, size * 3 / 2 + 1);
    graphics.setColor(Color.WHITE);
    graphics.drawString(text, size / 2, size * 3 / 2);
    graphics.dispose();
    ImageIO.write(picture, "png", target.toFile());
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return index < arguments.length ? arguments[index] : otherwise;
  }
}
