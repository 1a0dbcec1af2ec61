// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Map;

/**
 * The native side of one request: an input and an output tensor and the options of its runs.
 *
 * <p>Memory: the bytes belong to direct buffers of the JVM, so they stay valid as long as anybody
 * holds them; ONNX Runtime reads and writes them in place. The tensors and options around them are
 * native and freed by {@link #close()}, which must not be called during {@link #run()}.
 */
final class RequestTensors implements AutoCloseable {
  private final OrtSession session;
  private final Nv12Buffer picture;
  private final FloatBuffer scores;
  private final OnnxTensor input;
  private final OnnxTensor output;
  private final RunOptions options;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  private RequestTensors(
      OrtSession session,
      Network network,
      Nv12Buffer picture,
      FloatBuffer scores,
      OnnxTensor input,
      OnnxTensor output,
      RunOptions options) {
    this.session = session;
    this.picture = picture;
    this.scores = scores;
    this.input = input;
    this.output = output;
    this.options = options;
    this.inputs = Collections.singletonMap(network.inputName(), input);
    this.outputs = Collections.singletonMap(network.outputName(), output);
  }

  static RequestTensors allocate(OrtEnvironment environment, OrtSession session, Network network)
      throws OrtException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(network.pictureBytes());
    Nv12Buffer picture =
        new Nv12Buffer(
            bytes, network.info().width(), network.info().height(), network.info().width());
    FloatBuffer scores =
        ByteBuffer.allocateDirect(network.info().classes() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    OnnxTensor input = null;
    OnnxTensor output = null;
    try {
      input =
          OnnxTensor.createTensor(
              environment,
              bytes.duplicate(),
              Network.dimensions(network.inputShape()),
              OnnxJavaType.UINT8);
      output =
          OnnxTensor.createTensor(
              environment, scores.duplicate(), Network.dimensions(network.outputShape()));
      return new RequestTensors(session, network, picture, scores, input, output, new RunOptions());
    } catch (OrtException | RuntimeException | Error e) {
      if (input != null) {
        input.close();
      }
      if (output != null) {
        output.close();
      }
      throw e;
    }
  }

  Nv12Buffer picture() {
    return picture;
  }

  RunOptions options() {
    return options;
  }

  void run() throws OrtException {
    session.run(inputs, Collections.emptySet(), outputs, options).close();
  }

  void scores(float[] target, int classes) {
    scores.get(0, target, 0, classes);
  }

  @Override
  public void close() {
    input.close();
    output.close();
    options.close();
  }
}
