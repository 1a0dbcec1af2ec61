// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a classifier; if a step fails, closes what was opened before it. */
final class ClassifierFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);
  private static final Path BOARD_DEVICE = Path.of("/dev/bpu");
  private static final byte GRAY = 127;

  private ClassifierFactory() {}

  static Classifier open(ClassifierOptions options) {
    Runtimes.Choice choice = choice(options);
    Precedence precedence = Precedence.of(options, choice.file());
    ClassificationModel model = load(choice, precedence.loadOptions());
    try {
      return open(options, precedence, model);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static Runtimes.Choice choice(ClassifierOptions options) {
    InferenceRuntime explicit = options.runtime();
    List<InferenceRuntime> candidates =
        explicit != null ? List.of(explicit) : Runtimes.candidates(options.runtimeName());
    if (!options.models().isEmpty()) {
      Runtimes.Choice choice = Runtimes.choose(options.models(), candidates);
      if (explicit == null && Runtimes.wantedName(options.runtimeName()) == null) {
        warnIfSimulated(choice);
      }
      return choice;
    }
    InferenceRuntime runtime = Runtimes.chooseDefault(candidates);
    if (Files.exists(BOARD_DEVICE)) {
      LOG.warn(
          "no model given: runtime {} runs its bundled model on the CPU although this is a board; "
              + "open a .bin file to use the BPU",
          runtime.name());
    }
    return new Runtimes.Choice(runtime, null);
  }

  private static void warnIfSimulated(Runtimes.Choice choice) {
    if (choice.runtime().simulates()) {
      LOG.warn(
          "{} is only simulated, by runtime {}: no other runtime here can load any of the given"
              + " files. Its times are not a board's; name the runtime to use it without this"
              + " warning",
          choice.file(),
          choice.runtime().name());
    }
  }

  private static ClassificationModel load(Runtimes.Choice choice, LoadOptions loadOptions) {
    if (choice.file() == null) {
      return choice.runtime().defaultModel().orElseThrow().load(loadOptions);
    }
    LOG.debug("loading {} with runtime {}", choice.file(), choice.runtime().name());
    return choice.runtime().load(choice.file(), loadOptions);
  }

  private static Classifier open(
      ClassifierOptions options, Precedence precedence, ClassificationModel model) {
    ModelInfo info = model.info();
    precedence.loadOptions().requireClasses(info.name(), info.classes());
    precedence.requireFits(info);
    Preprocessing preprocessing = precedence.preprocessing(info);
    RequestPool pool = RequestPool.open(model, preprocessing, options.concurrency());
    try {
      float[] warmUp = warmUp(pool, info, options);
      ClassifierSettings settings = precedence.settings(info, warmUp);
      ScoreTransform transform = settings.transform().value();
      OutputKind.of(warmUp).doubt(transform, info).ifPresent(LOG::warn);
      Labels labels = settings.labels().value();
      Ranking ranking =
          new Ranking(
              labels,
              options.displayNamesLocale(),
              options.maxResults(),
              options.scoreThreshold(),
              options.categories().indexes(labels));
      LOG.info(
          "opened {} on runtime {}{}: {}x{} NV12, {} classes; {}",
          info.name(),
          info.runtime(),
          info.simulated() ? " (simulated)" : "",
          info.width(),
          info.height(),
          info.classes(),
          settings);
      Pipeline pipeline =
          new Pipeline(
              info,
              pool,
              scratches(preprocessing, info, options),
              preprocessing,
              transform,
              ranking,
              options.rawScores(),
              options.timeout(),
              GuardedObserver.of(options.observer(), info.name()));
      return new Classifier(model, settings, pipeline, options);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  private static ScratchPool scratches(
      Preprocessing preprocessing, ModelInfo info, ClassifierOptions options) {
    return new ScratchPool(
        options.concurrency(),
        () -> new Scratch(preprocessing, options.decodeLimits(), info.width(), info.height()));
  }

  /** Runs inference on a gray picture; the scores show which kind of values the model returns. */
  private static float[] warmUp(RequestPool pool, ModelInfo info, ClassifierOptions options) {
    ImageFrame gray = gray(info.width(), info.height());
    float[] scores = new float[0];
    for (int i = 0; i < options.warmup(); i++) {
      PooledRequest request = pool.borrow(System.nanoTime());
      try {
        request.convert(gray);
        request.infer(options.timeout());
        scores = request.readScores();
      } finally {
        pool.giveBack(request);
      }
    }
    return scores;
  }

  /** Not just a constant input, so that the conversion is warmed up as well. */
  private static ImageFrame gray(int width, int height) {
    byte[] pixels = new byte[width * height * 3];
    Arrays.fill(pixels, GRAY);
    return ImageFrame.rgb(ByteBuffer.wrap(pixels), width, height, width * 3);
  }
}
