// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.LoadOptions;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions and creates models from them.
 *
 * @param environment of the process
 * @param options of the runtime
 * @param loadOptions of this load
 */
record SessionLoader(OrtEnvironment environment, OnnxOptions options, LoadOptions loadOptions) {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLoader.class);

  /** Opens a session of the model in a file or in memory. */
  interface Opener {
    OrtSession open(SessionOptions settings) throws OrtException;
  }

  /**
   * Loads a model; if that fails, nothing stays open.
   *
   * @param name of the model
   * @param location what it is loaded from
   */
  OnnxModel load(String name, ModelLocation location, Opener opener) {
    SessionOptions settings = new SessionOptions();
    OrtSession session = null;
    try {
      apply(settings);
      session = opener.open(settings);
      NetworkSignature signature =
          new SignatureReader(name, location, options, loadOptions).read(session);
      return new OnnxModel(environment, session, settings, signature, options.closeTimeout());
    } catch (OrtException e) {
      close(session, settings);
      throw new ModelLoadException(
          "cannot load " + location.text() + ": " + OrtErrors.message(e),
          OrtErrors.status("OrtCreateSession", e));
    } catch (RuntimeException | Error e) {
      close(session, settings);
      throw e;
    }
  }

  private void apply(SessionOptions settings) throws OrtException {
    settings.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    settings.setIntraOpNumThreads(options.threads());
    settings.setCPUArenaAllocator(options.memoryArena());
    EnumSet<OrtProvider> available = OrtEnvironment.getAvailableProviders();
    for (OnnxProvider provider : options.providers()) {
      provider.addTo(settings, available, options.memoryArena());
    }
  }

  private static void close(@Nullable OrtSession session, SessionOptions settings) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (OrtException e) {
      LOG.warn("cannot close a session", e);
    }
    settings.close();
  }
}
