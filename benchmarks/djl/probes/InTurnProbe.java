// SPDX-License-Identifier: Apache-2.0
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.repository.zoo.ZooModel;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Both in one process on one ONNX Runtime, answering in turn: what differs is their own. */
public final class InTurnProbe {
  private InTurnProbe() {}

  /**
   * Prints the median microseconds of an answer of bpu4j and of DJL.
   *
   * <p>Arguments: the network, a file with the frame, the number of frames.
   */
  public static void main(String[] arguments) throws Exception {
    byte[] frame = Files.readAllBytes(Path.of(arguments[1]));
    ByteBuffer direct = ByteBuffer.allocateDirect(frame.length).put(frame).flip();
    ImageFrame picture = ImageFrame.nv12(direct, 224, 224, 224, YuvRange.VIDEO);
    int frames = Integer.parseInt(arguments[2]);
    // DJL first, which insists on making the process's ONNX Runtime environment.
    try (ZooModel<ByteBuffer, Classifications> model = DjlProbe.load(Path.of(arguments[0]));
        Predictor<ByteBuffer, Classifications> predictor = model.newPredictor();
        Classifier classifier = Classifier.open(Path.of(arguments[0]))) {
      Callable<?> ours = () -> classifier.classify(picture).best();
      Callable<?> theirs = () -> predictor.predict(direct.duplicate()).best();
      long[] oursNanos = new long[frames];
      long[] theirNanos = new long[frames];
      for (int i = -frames / 4; i < frames; i++) {
        int at = Math.max(i, 0);
        oursNanos[at] = Measure.nanos(ours);
        theirNanos[at] = Measure.nanos(theirs);
      }
      System.out.printf(
          Locale.ROOT,
          "%d %d%n",
          Measure.medianMicros(oursNanos),
          Measure.medianMicros(theirNanos));
    }
  }
}
