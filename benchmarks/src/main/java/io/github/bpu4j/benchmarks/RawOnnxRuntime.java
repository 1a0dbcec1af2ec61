// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** The bundled model with ONNX Runtime's own Java binding; nothing is allocated per picture. */
final class RawOnnxRuntime implements AutoCloseable {
  private final OrtSession session;
  private final ByteBuffer input = ByteBuffer.allocateDirect(Frame224.BYTES);
  private final FloatBuffer scores =
      ByteBuffer.allocateDirect(Frame224.CLASSES * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  RawOnnxRuntime(byte[] network) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    session = environment.createSession(network, options);
    inputTensor =
        OnnxTensor.createTensor(
            environment, input.duplicate(), new long[] {1, 336, 224}, OnnxJavaType.UINT8);
    outputTensor =
        OnnxTensor.createTensor(environment, scores.duplicate(), new long[] {1, Frame224.CLASSES});
    inputs = Map.of("nv12", inputTensor);
    outputs = Map.of("prob", outputTensor);
  }

  /** Copies the frame to the input, runs, and finds the best class. */
  int best(ByteBuffer nv12) throws OrtException {
    input.put(0, nv12, 0, Frame224.BYTES);
    session.run(inputs, outputs).close();
    int best = 0;
    for (int i = 1; i < Frame224.CLASSES; i++) {
      if (scores.get(i) > scores.get(best)) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public void close() throws OrtException {
    inputTensor.close();
    outputTensor.close();
    session.close();
  }
}
