// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

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
 * The native side of a request: an input and an output tensor and the options of its runs.
 *
 * <p>Memory: the bytes belong to direct buffers of the JVM, so they stay valid while they are
 * referenced; ONNX Runtime reads and writes them in place. The tensors and options around them are
 * native and freed by {@link #close()}, which must not be called during {@link #run()}.
 */
final class RequestTensors implements AutoCloseable {
  private final OrtSession session;
  private final PictureFeed feed;
  private final FloatBuffer scores;
  private final OnnxTensor output;
  private final RunOptions options;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  private RequestTensors(
      OrtSession session,
      NetworkSignature signature,
      PictureFeed feed,
      FloatBuffer scores,
      OnnxTensor output,
      RunOptions options) {
    this.session = session;
    this.feed = feed;
    this.scores = scores;
    this.output = output;
    this.options = options;
    this.inputs = Collections.singletonMap(signature.picture().node().name(), feed.tensor());
    this.outputs = Collections.singletonMap(signature.scores().name(), output);
  }

  static RequestTensors allocate(
      OrtEnvironment environment, OrtSession session, NetworkSignature signature)
      throws OrtException {
    FloatBuffer scores =
        ByteBuffer.allocateDirect(signature.info().classes() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    PictureFeed feed = PictureFeed.allocate(environment, signature.picture());
    OnnxTensor output = null;
    try {
      output =
          OnnxTensor.createTensor(environment, scores.duplicate(), signature.scores().dimensions());
      return new RequestTensors(session, signature, feed, scores, output, new RunOptions());
    } catch (OrtException | RuntimeException | Error e) {
      feed.tensor().close();
      if (output != null) {
        output.close();
      }
      throw e;
    }
  }

  Nv12Buffer picture() {
    return feed.picture();
  }

  RunOptions options() {
    return options;
  }

  void run() throws OrtException {
    feed.conversion().run();
    session.run(inputs, Collections.emptySet(), outputs, options).close();
  }

  void scores(float[] target, int classes) {
    scores.get(0, target, 0, classes);
  }

  @Override
  public void close() {
    feed.tensor().close();
    output.close();
    options.close();
  }
}
