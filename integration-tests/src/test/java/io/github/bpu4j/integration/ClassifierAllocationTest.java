// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.api.Classifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once warm, an encoded picture of any size costs little memory beyond the result. */
final class ClassifierAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long KILOBYTE = 1024;

  @TempDir Path folder;

  @Test
  void encodedPicturesOfChangingSizesTakeUnderAKilobyteMoreThanFrames() throws IOException {
    List<Path> files = new ArrayList<>();
    List<byte[]> encoded = new ArrayList<>();
    for (int size : List.of(320, 64, 200, 100)) {
      Path file = folder.resolve(size + ".jpg");
      BufferedImage picture = new BufferedImage(size, size / 2, BufferedImage.TYPE_INT_RGB);
      assertThat(ImageIO.write(picture, "jpg", file.toFile())).isTrue();
      files.add(file);
      encoded.add(Files.readAllBytes(file));
    }
    try (Classifier classifier = on(scores(0, 1)).open()) {
      long ofFrame = fewestBytes(() -> classifier.classify(FRAME));
      long ofBytes =
          fewestBytes(
              () -> {
                for (byte[] bytes : encoded) {
                  classifier.classify(bytes);
                }
              });
      long ofFiles =
          fewestBytes(
              () -> {
                for (Path file : files) {
                  classifier.classify(file);
                }
              });
      assertThat(ofBytes / encoded.size()).isLessThan(ofFrame + KILOBYTE);
      assertThat(ofFiles / files.size()).isLessThan(ofFrame + KILOBYTE);
    }
  }

  /** The least that calls allocate; some also link code. */
  private static long fewestBytes(Classification calls) throws IOException {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      calls.run();
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }

  /** Classifies pictures. */
  @FunctionalInterface
  private interface Classification {
    void run() throws IOException;
  }
}
