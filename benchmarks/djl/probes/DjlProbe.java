// SPDX-License-Identifier: Apache-2.0
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** DJL on the bundled network: an NV12 frame in, the five best classes out. */
public final class DjlProbe {
  private DjlProbe() {}

  /** Arguments: the network, a file with the frame, the number of frames. */
  public static void main(String[] arguments) throws Exception {
    byte[] frame = Files.readAllBytes(Path.of(arguments[1]));
    try (ZooModel<ByteBuffer, Classifications> model = load(Path.of(arguments[0]));
        Predictor<ByteBuffer, Classifications> predictor = model.newPredictor()) {
      ByteBuffer direct = ByteBuffer.allocateDirect(frame.length).put(frame).flip();
      Measure.run(
          Integer.parseInt(arguments[2]),
          () -> {
            Classifications answer = predictor.predict(direct.duplicate());
            return Integer.valueOf(answer.best().getClassName());
          });
    }
  }

  /** The network on DJL's ONNX Runtime engine, one thread. */
  static ZooModel<ByteBuffer, Classifications> load(Path network) throws Exception {
    return Criteria.builder()
        .setTypes(ByteBuffer.class, Classifications.class)
        .optModelPath(network)
        .optEngine("OnnxRuntime")
        .optOption("intraOpNumThreads", "1")
        .optOption("interOpNumThreads", "1")
        .optTranslator(new FrameTranslator())
        .build()
        .loadModel();
  }

  private static final class FrameTranslator
      implements NoBatchifyTranslator<ByteBuffer, Classifications> {
    private final List<String> names =
        IntStream.range(0, 1000).mapToObj(String::valueOf).toList();

    @Override
    public NDList processInput(TranslatorContext context, ByteBuffer frame) {
      NDArray array =
          context.getNDManager().create(frame, new Shape(1, 336, 224), DataType.UINT8);
      return new NDList(array);
    }

    @Override
    public Classifications processOutput(TranslatorContext context, NDList list) {
      float[] scores = list.get(0).toFloatArray();
      List<Double> probabilities =
          IntStream.range(0, scores.length).mapToObj(i -> (double) scores[i]).toList();
      return new Classifications(names, probabilities);
    }

    @Override
    public Batchifier getBatchifier() {
      return null;
    }
  }
}
