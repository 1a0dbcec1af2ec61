// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
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
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The vendor's ResNet18 notebook as a Java program: model, picture, label, score, annotated copy.
 *
 * <p>On the board it uses the stock model; if that file is missing, it runs a bundled model and
 * says so.
 */
public final class ResNet18 {
  private static final String STOCK_MODEL = "/opt/hobot/model/x5/basic/resnet18_224x224_nv12.bin";

  private ResNet18() {}

  /**
   * Classifies one picture.
   *
   * @param arguments model, picture, annotated copy to write; trailing ones may be omitted. The
   *     model is a file, or the name of a published model such as {@code resnet18}, which is
   *     downloaded
   * @throws IOException if the picture cannot be read, the copy not written, or the model not
   *     fetched
   */
  public static void main(String[] arguments) throws IOException {
    Path model = model(argument(arguments, 0, STOCK_MODEL));
    Path picture = Path.of(argument(arguments, 1, "examples/images/chelsea.png"));
    Path drawn = Path.of(argument(arguments, 2, "resnet18.annotated.png"));
    try (Classifier classifier = open(model)) {
      ClassificationResult result = classifier.classify(picture);
      Category best = result.best();
      System.out.println("model: " + result.model() + " on " + result.runtime() + mark(result));
      System.out.println("input: " + picture);
      System.out.println("class: " + best.index());
      System.out.println("label: " + best.name());
      System.out.println("score: " + best.score());
      annotate(picture, best.name() + String.format(Locale.ROOT, " %.4f", best.score()), drawn);
      System.out.println("drawn: " + drawn);
    }
  }

  private static Path model(String fileOrName) throws IOException {
    Optional<ZooModel> published = ModelZoo.find(fileOrName);
    return published.isPresent() ? published.get().fetch() : Path.of(fileOrName);
  }

  private static Classifier open(Path model) {
    if (Files.exists(model)) {
      return Classifier.builder().model(model).preprocessing(Preprocessing.vendorSample()).open();
    }
    Classifier substitute = Classifier.openDefault();
    System.out.printf(
        "%s does not exist; running %s instead, which is a different model.%n",
        model, substitute.model().name());
    return substitute;
  }

  private static String mark(ClassificationResult result) {
    return result.simulated() ? " (simulated by a stand-in, not by a BPU)" : "";
  }

  private static void annotate(Path picture, String text, Path target) throws IOException {
    BufferedImage pixels = ImageFrame.read(picture).toBufferedImage();
    int size = Math.max(12, pixels.getWidth() / 30);
    Graphics2D graphics = pixels.createGraphics();
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
    graphics.setColor(Color.BLACK);
    graphics.drawString(text, size / 2 + 1, size * 3 / 2 + 1);
    graphics.setColor(Color.WHITE);
    graphics.drawString(text, size / 2, size * 3 / 2);
    graphics.dispose();
    ImageIO.write(pixels, "png", target.toFile());
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return index < arguments.length ? arguments[index] : otherwise;
  }
}
