// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ONNX Runtime session and its requests.
 *
 * <p>Memory: the model owns session, options and watchdog, and knows every open request. ONNX
 * Runtime crashes the process if a session is closed while it runs, so every run enters the guard.
 * Closing waits for runs, then ends those that continue between two operators of the model.
 */
final class OnnxModel implements ClassificationModel {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);

  /** Longer than any single operator takes. */
  private static final Duration LAST_OPERATOR = Duration.ofSeconds(2);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final SessionOptions settings;
  private final NetworkSignature signature;
  private final CloseGuard guard;
  private final Watchdog watchdog;
  private final Set<OnnxRequest> requests = ConcurrentHashMap.newKeySet();

  OnnxModel(
      OrtEnvironment environment,
      OrtSession session,
      SessionOptions settings,
      NetworkSignature signature,
      Duration closeTimeout) {
    this.environment = environment;
    this.session = session;
    this.settings = settings;
    this.signature = signature;
    this.watchdog = new Watchdog(signature.info().name());
    this.guard =
        new CloseGuard(
            "model " + signature.info().name(),
            closeTimeout,
            watchdog::terminateAll,
            LAST_OPERATOR,
            this::free);
  }

  @Override
  public ModelInfo info() {
    return signature.info();
  }

  @Override
  public InferRequest createRequest() {
    guard.enter();
    try {
      OnnxRequest request =
          new OnnxRequest(this, RequestTensors.allocate(environment, session, signature));
      requests.add(request);
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
      guard.leave();
    }
  }

  CloseGuard guard() {
    return guard;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  void forget(OnnxRequest request) {
    requests.remove(request);
  }

  @Override
  public void close() {
    guard.close();
  }

  private void free() {
    requests.forEach(OnnxRequest::close);
    watchdog.close();
    try {
      session.close();
    } catch (OrtException e) {
      LOG.warn("cannot close the session of {}", this, e);
    }
    settings.close();
  }

  @Override
  public String toString() {
    return guard.toString();
  }
}
