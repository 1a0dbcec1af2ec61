// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

/** The picture that is classified over and over. */
sealed interface Picture {
  /** Kind and size. */
  String name();

  ClassificationResult classify(Classifier classifier) throws IOException;

  CompletableFuture<ClassificationResult> submit(Classifier classifier);

  /** A camera's frame in direct memory. */
  static Picture nv12(int width, int height) {
    byte[] bytes = new byte[width * height * 3 / 2];
    new Random(1).nextBytes(bytes);
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    return new Frame(
        "NV12 " + width + "x" + height,
        ImageFrame.nv12(memory, width, height, width, YuvRange.VIDEO));
  }

  /** A real photo, scaled, as JPEG of the JDK's usual quality. */
  static Picture jpeg(int width, int height) throws IOException {
    try (InputStream photo = Picture.class.getResourceAsStream("/chelsea.png")) {
      BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = scaled.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(ImageIO.read(photo), 0, 0, width, height, null);
      graphics.dispose();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(scaled, "jpg", bytes);
      return new Encoded("JPEG " + width + "x" + height, bytes.toByteArray());
    }
  }

  /** Pixels in memory. */
  record Frame(String name, ImageFrame frame) implements Picture {
    @Override
    public ClassificationResult classify(Classifier classifier) {
      return classifier.classify(frame);
    }

    @Override
    public CompletableFuture<ClassificationResult> submit(Classifier classifier) {
      return classifier.classifyAsync(frame);
    }
  }

  /** A file's bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Encoded(String name, byte[] bytes) implements Picture {
    @Override
    public ClassificationResult classify(Classifier classifier) throws IOException {
      return classifier.classify(bytes);
    }

    @Override
    public CompletableFuture<ClassificationResult> submit(Classifier classifier) {
      return classifier.classifyAsync(bytes);
    }
  }
}
