// SPDX-License-Identifier: Apache-2.0
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** bpu4j on its bundled network: an NV12 frame in, the five best classes out. */
public final class Bpu4jProbe {
  private Bpu4jProbe() {}

  /** Arguments: the network, a file with the frame, the number of frames. */
  public static void main(String[] arguments) throws Exception {
    byte[] frame = Files.readAllBytes(Path.of(arguments[1]));
    try (Classifier classifier = Classifier.open(Path.of(arguments[0]))) {
      ByteBuffer direct = ByteBuffer.allocateDirect(frame.length).put(frame).flip();
      ImageFrame picture = ImageFrame.nv12(direct, 224, 224, 224, YuvRange.VIDEO);
      Measure.run(
          Integer.parseInt(arguments[2]), () -> classifier.classify(picture).best().index());
    }
  }
}
