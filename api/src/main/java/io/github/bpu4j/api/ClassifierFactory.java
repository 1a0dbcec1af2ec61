// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a classifier; if a step fails, closes what was opened before it. */
final class ClassifierFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);
  private static final Path BOARD_DEVICE = Path.of("/dev/bpu");
  private static final int IMAGENET_CLASSES = 1000;
  private static final byte GRAY = 127;

  private ClassifierFactory() {}

  static Classifier open(ClassifierOptions options) {
    ClassificationModel model = load(options);
    try {
      return open(options, model);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static ClassificationModel load(ClassifierOptions options) {
    InferenceRuntime explicit = options.runtime();
    List<InferenceRuntime> candidates =
        explicit != null ? List.of(explicit) : Runtimes.candidates(options.runtimeName());
    if (!options.models().isEmpty()) {
      Runtimes.Choice choice = Runtimes.choose(options.models(), candidates);
      LOG.debug("loading {} with runtime {}", choice.file(), choice.runtime().name());
      if (explicit == null && Runtimes.wantedName(options.runtimeName()) == null) {
        warnIfSimulated(choice);
      }
      return choice.runtime().load(choice.file(), options.loadOptions());
    }
    InferenceRuntime runtime = Runtimes.chooseDefault(candidates);
    if (Files.exists(BOARD_DEVICE)) {
      LOG.warn(
          "no model given: runtime {} runs its bundled model on the CPU although this is a board; "
              + "open a .bin file to use the BPU",
          runtime.name());
    }
    return runtime.defaultModel().orElseThrow().load(options.loadOptions());
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

  private static Classifier open(ClassifierOptions options, ClassificationModel model) {
    ModelInfo info = model.info();
    options.loadOptions().requireClasses(info.name(), info.classes());
    Labels labels = labels(options.labels(), info);
    BitSet allowed = allowed(options.categoryAllowlist(), labels);
    YuvRange range = options.preprocessing().range().orElse(info.range()).orElse(YuvRange.VIDEO);
    Preprocessing preprocessing = options.preprocessing().withRange(range);
    RequestPool pool = RequestPool.open(model, preprocessing, options.concurrency());
    try {
      ScoreTransform transform = transform(options, info, warmUp(pool, info, options));
      Ranking ranking =
          new Ranking(
              labels,
              options.displayNamesLocale(),
              options.maxResults(),
              options.scoreThreshold(),
              allowed);
      LOG.info(
          "opened {} on runtime {}{}: {}x{} NV12 {}, {} classes, transform {}",
          info.name(),
          info.runtime(),
          info.simulated() ? " (simulated)" : "",
          info.width(),
          info.height(),
          range,
          info.classes(),
          transform);
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
      return new Classifier(model, labels, pipeline, options);
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

  private static Labels labels(@Nullable Labels given, ModelInfo info) {
    if (given == null) {
      if (info.classes() == IMAGENET_CLASSES) {
        return Labels.imagenet();
      }
      LOG.info(
          "{} has {} classes and no labels were given; they are named class_<i>",
          info.name(),
          info.classes());
      return Labels.numbered(info.classes());
    }
    return given;
  }

  private static @Nullable BitSet allowed(@Nullable Collection<String> names, Labels labels) {
    if (names == null) {
      return null;
    }
    Set<String> unknown = new HashSet<>(names);
    BitSet allowed = new BitSet(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      if (names.contains(labels.name(i))) {
        allowed.set(i);
        unknown.remove(labels.name(i));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "categoryAllowlist: "
              + unknown
              + " are not labels of the model; use exact names such as '"
              + labels.name(0)
              + "'");
    }
    return allowed;
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

  private static ScoreTransform transform(
      ClassifierOptions options, ModelInfo info, float[] warmUpScores) {
    if (options.scoreTransform() != ScoreTransform.AUTO) {
      return options.scoreTransform();
    }
    if (info.probabilities().isPresent()) {
      return info.probabilities().get() ? ScoreTransform.NONE : ScoreTransform.SOFTMAX;
    }
    for (float score : warmUpScores) {
      if (score < 0 || score > 1) {
        return ScoreTransform.SOFTMAX;
      }
    }
    return ScoreTransform.NONE;
  }
}
