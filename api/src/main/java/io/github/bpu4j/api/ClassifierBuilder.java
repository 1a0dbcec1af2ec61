// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link Classifier}; every one has a default. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ClassifierBuilder {
  private final List<Path> models = new ArrayList<>();
  private LoadOptions loadOptions = LoadOptions.defaults();
  private @Nullable InferenceRuntime runtime;
  private @Nullable String runtimeName;
  private @Nullable Labels labels;
  private @Nullable Locale displayNamesLocale;
  private CategoryFilter categories = CategoryFilter.ALL;
  private @Nullable ClassifierObserver observer;
  private @Nullable ModelMetadata metadata;
  private StatedPreprocessing preprocessing = StatedPreprocessing.NOTHING;
  private @Nullable ColorInput colorInput;
  private DecodeLimits decodeLimits = DecodeLimits.defaults();
  private ScoreTransform scoreTransform = ScoreTransform.AUTO;
  private int maxResults = 5;
  private float scoreThreshold = 0;
  private int concurrency = 2;
  private int warmup = 1;
  private Duration timeout = Duration.ofSeconds(10);
  private Duration closeTimeout = Duration.ofSeconds(10);
  private boolean rawScores;

  ClassifierBuilder() {}

  /**
   * Sets the model file, and alternatives that are used if no available runtime supports it.
   *
   * <p>With {@code model(Path.of("resnet18.bin"), Path.of("resnet18.onnx"))} the same program runs
   * on the board and on a laptop. Without this call the classifier opens a model that a runtime
   * bundles.
   */
  public ClassifierBuilder model(Path first, Path... alternatives) {
    models.clear();
    models.add(Objects.requireNonNull(first, "first"));
    models.addAll(List.of(alternatives));
    return this;
  }

  /** Sets the runtime to use, with its own settings; takes precedence over all names. */
  public ClassifierBuilder runtime(InferenceRuntime instance) {
    runtime = Objects.requireNonNull(instance, "instance");
    return this;
  }

  /**
   * Sets the runtime to use by name, for example {@code bpu}; takes precedence over property and
   * environment.
   */
  public ClassifierBuilder runtime(String name) {
    runtimeName = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Chooses a model of a packed file. */
  public ClassifierBuilder modelName(String name) {
    loadOptions = loadOptions.withModelName(name);
    return this;
  }

  /** Chooses the output that holds the scores, if the model has several. */
  public ClassifierBuilder outputName(String name) {
    loadOptions = loadOptions.withOutputName(name);
    return this;
  }

  /**
   * Loads a model even if it was compiled for another architecture, has another input than one NV12
   * picture, or another number of classes than there are labels; default false.
   */
  public ClassifierBuilder force(boolean forced) {
    loadOptions = loadOptions.withForce(forced);
    return this;
  }

  /**
   * Sets the labels of the classes; default: the metadata's, else ImageNet's for 1000 classes,
   * otherwise {@code class_<i>}.
   */
  public ClassifierBuilder labels(Labels names) {
    labels = Objects.requireNonNull(names, "names");
    return this;
  }

  /**
   * Sets the language of {@link Category#displayName()}; default: none, so that display names equal
   * the labels.
   */
  public ClassifierBuilder displayNamesLocale(Locale locale) {
    displayNamesLocale = Objects.requireNonNull(locale, "locale");
    return this;
  }

  /**
   * Sets the metadata of the model, in place of the file beside it; {@link ModelMetadata#empty()}
   * ignores that file. Default: {@link ModelMetadata#find}.
   */
  public ClassifierBuilder metadata(ModelMetadata stated) {
    metadata = Objects.requireNonNull(stated, "stated");
    return this;
  }

  /**
   * Sets how pictures are converted to the model's input: fit, interpolation, range unless AUTO,
   * and chroma siting. Default: what the metadata and the model say, else {@link
   * Preprocessing#defaults()}.
   */
  public ClassifierBuilder preprocessing(Preprocessing settings) {
    preprocessing = StatedPreprocessing.of(settings);
    return this;
  }

  /** Sets the fit alone; see {@link #preprocessing}. */
  public ClassifierBuilder fit(Fit fit) {
    preprocessing = preprocessing.withFit(fit);
    return this;
  }

  /** Sets the interpolation alone; see {@link #preprocessing}. */
  public ClassifierBuilder interpolation(Interpolation interpolation) {
    preprocessing = preprocessing.withInterpolation(interpolation);
    return this;
  }

  /** Sets the range alone; see {@link #preprocessing}. AUTO leaves it to metadata and model. */
  public ClassifierBuilder range(YuvRange range) {
    preprocessing = preprocessing.withRange(range);
    return this;
  }

  /** Sets the chroma siting alone; see {@link #preprocessing}. */
  public ClassifierBuilder chroma(ChromaSiting siting) {
    preprocessing = preprocessing.withChroma(siting);
    return this;
  }

  /**
   * Sets how a model that takes colors reads a picture; default: what the metadata or the file
   * says.
   *
   * <p>A model that takes NV12 has this inside, and is refused if it is the only file. Among
   * several files it is for those that take colors.
   */
  public ClassifierBuilder colorInput(ColorInput stated) {
    colorInput = Objects.requireNonNull(stated, "stated");
    return this;
  }

  /** Sets the limits for decoding; default {@link DecodeLimits#defaults()}. */
  public ClassifierBuilder decodeLimits(DecodeLimits limits) {
    decodeLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /**
   * Sets how scores are computed from the model's output; default AUTO: what the metadata or the
   * file says, else what the warm-up's scores look like.
   */
  public ClassifierBuilder scoreTransform(ScoreTransform transform) {
    scoreTransform = Objects.requireNonNull(transform, "transform");
    return this;
  }

  /** Sets the maximum number of classes in a result, at least 1; default 5. */
  public ClassifierBuilder maxResults(int count) {
    maxResults = OptionBounds.atLeastOne("maxResults", count);
    return this;
  }

  /** Sets the lowest score, after the transform, of the classes in a result; default 0. */
  public ClassifierBuilder scoreThreshold(float lowest) {
    scoreThreshold = OptionBounds.finite("scoreThreshold", lowest);
    return this;
  }

  /** Restricts results to these labels, which must match exactly; default all. */
  public ClassifierBuilder categoryAllowlist(Collection<String> names) {
    categories = categories.withAllowed(names);
    return this;
  }

  /**
   * Excludes these labels, which must match exactly, from results; default none. It cannot be
   * combined with an allowlist.
   */
  public ClassifierBuilder categoryDenylist(Collection<String> names) {
    categories = categories.withDenied(names);
    return this;
  }

  /**
   * Sets how many pictures are inferred at the same time, 1..64; default 2.
   *
   * <p>Each takes an input and an output tensor. 2 to 4 keep one BPU core busy.
   */
  public ClassifierBuilder concurrency(int requests) {
    concurrency = OptionBounds.within("concurrency", requests, 64);
    return this;
  }

  /**
   * Sets how many gray pictures are inferred at open, at least 1; default 1.
   *
   * <p>They use the requests in turn, so that {@code warmup(concurrency)} touches the memory of all
   * of them. The first picture after open is then as fast as later ones, but opening takes longer.
   */
  public ClassifierBuilder warmup(int inferences) {
    warmup = OptionBounds.atLeastOne("warmup", inferences);
    return this;
  }

  /**
   * Sets how long a picture may wait for a request and for inference together; default 10 s.
   *
   * <p>Decoding is done by the caller and does not count. The timeout of an asynchronous picture
   * starts when its request is available.
   */
  public ClassifierBuilder timeout(Duration longest) {
    timeout = OptionBounds.positive("timeout", longest);
    return this;
  }

  /** Sets how long {@link Classifier#close()} waits for work in flight; default 10 s. */
  public ClassifierBuilder closeTimeout(Duration longest) {
    closeTimeout = OptionBounds.positive("closeTimeout", longest);
    return this;
  }

  /** Sets whether results include the scores of all classes; default false. */
  public ClassifierBuilder rawScores(boolean wanted) {
    rawScores = wanted;
    return this;
  }

  /** Sets an observer that is notified of every classification; default none. */
  public ClassifierBuilder observer(ClassifierObserver listener) {
    observer = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Loads the model, checks it, allocates the requests and runs the warm-up inferences.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if no runtime supports the model, or it
   *     cannot be loaded, or does not match the options; nothing stays open then
   */
  public Classifier open() {
    return ClassifierFactory.open(options());
  }

  ClassifierOptions options() {
    return new ClassifierOptions(
        models,
        loadOptions,
        runtime,
        runtimeName,
        labels,
        displayNamesLocale,
        categories,
        observer,
        metadata,
        preprocessing,
        colorInput,
        decodeLimits,
        scoreTransform,
        maxResults,
        scoreThreshold,
        concurrency,
        warmup,
        timeout,
        closeTimeout,
        rawScores);
  }
}
