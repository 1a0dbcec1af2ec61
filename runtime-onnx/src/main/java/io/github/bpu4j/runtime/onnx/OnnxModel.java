// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.UsageGate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of ONNX Runtime with the requests made from it.
 *
 * <p>Memory: the model owns session, options and watchdog, and knows every open request. ONNX
 * Runtime crashes the process when a session is closed while it runs, so each run passes the gate,
 * and closing frees nothing before the gate is empty.
 */
final class OnnxModel implements ClassificationModel {
  private static final Logger log = LoggerFactory.getLogger(OnnxModel.class);
  private static final Duration DRAIN = Duration.ofSeconds(10);
  private static final Duration LAST_OPERATOR = Duration.ofSeconds(2);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final SessionOptions settings;
  private final Network network;
  private final UsageGate gate;
  private final Watchdog watchdog;
  private final Set<OnnxRequest> requests = new HashSet<>();

  OnnxModel(
      OrtEnvironment environment, OrtSession session, SessionOptions settings, Network network) {
    this.environment = environment;
    this.session = session;
    this.settings = settings;
    this.network = network;
    this.gate = new UsageGate("model " + network.info().name());
    this.watchdog = new Watchdog(network.info().name());
  }

  @Override
  public ModelInfo info() {
    return network.info();
  }

  @Override
  public InferRequest createRequest() {
    gate.enter();
    try {
      OnnxRequest request =
          new OnnxRequest(this, RequestTensors.allocate(environment, session, network), watchdog);
      synchronized (requests) {
        requests.add(request);
      }
      return request;
    } catch (OrtException e) {
      throw new ModelLoadException(
          "cannot create a request of model " + info().name() + ": " + OrtErrors.message(e),
          OrtErrors.status("OrtCreateTensor", e));
    } catch (OutOfMemoryError e) {
      throw new ModelLoadException(
          "no memory for another request of model "
              + info().name()
              + " ("
              + e.getMessage()
              + "); close others, or allow more with -XX:MaxDirectMemorySize",
          e);
    } finally {
      gate.leave();
    }
  }

  UsageGate gate() {
    return gate;
  }

  void forget(OnnxRequest request) {
    synchronized (requests) {
      requests.remove(request);
    }
  }

  @Override
  public void close() {
    if (!gate.close()) {
      return;
    }
    if (!gate.awaitEmpty(DRAIN)) {
      watchdog.ringAll();
      if (!gate.awaitEmpty(LAST_OPERATOR)) {
        log.warn("model {} still runs {} after close; its memory is kept", info().name(), DRAIN);
        return;
      }
    }
    free();
  }

  private void free() {
    List<OnnxRequest> open;
    synchronized (requests) {
      open = List.copyOf(requests);
    }
    open.forEach(OnnxRequest::close);
    watchdog.close();
    try {
      session.close();
    } catch (OrtException e) {
      log.warn("cannot close the session of model {}", info().name(), e);
    }
    settings.close();
  }
}
