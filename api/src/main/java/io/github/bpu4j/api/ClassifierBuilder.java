// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Preprocessing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of a {@link Classifier}; every one has a default. Not thread-safe. */
public final class ClassifierBuilder {
  private final List<Path> models = new ArrayList<>();
  private LoadOptions loadOptions = LoadOptions.defaults();
  private @Nullable InferenceRuntime runtime;
  private @Nullable String runtimeName;
  private @Nullable Labels labels;
  private @Nullable Locale displayNamesLocale;
  private @Nullable List<String> categoryAllowlist;
  private @Nullable ClassifierObserver observer;
  private Preprocessing preprocessing = Preprocessing.defaults();
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
   * The model file, and files to take in its place where no available runtime supports it.
   *
   * <p>{@code model(Path.of("resnet18.bin"), Path.of("resnet18.onnx"))} is one program for the
   * board and the laptop. Without this call the classifier opens a network that a runtime carries.
   */
  public ClassifierBuilder model(Path first, Path... alternatives) {
    models.clear();
    models.add(Objects.requireNonNull(first, "first"));
    models.addAll(List.of(alternatives));
    return this;
  }

  /** The runtime to use, with settings of its own; overrules every name. */
  public ClassifierBuilder runtime(InferenceRuntime instance) {
    runtime = Objects.requireNonNull(instance, "instance");
    return this;
  }

  /** The runtime to use by name, for instance {@code bpu}; overrules property and environment. */
  public ClassifierBuilder runtime(String name) {
    runtimeName = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Which model of a packed file. */
  public ClassifierBuilder modelName(String name) {
    loadOptions = loadOptions.withModelName(name);
    return this;
  }

  /** Which output holds the class scores, when the network has several. */
  public ClassifierBuilder outputName(String name) {
    loadOptions = loadOptions.withOutputName(name);
    return this;
  }

  /**
   * Load a model although its file names another architecture, another input than one NV12 picture,
   * or another number of classes than there are labels; default false.
   */
  public ClassifierBuilder force(boolean forced) {
    loadOptions = loadOptions.withForce(forced);
    return this;
  }

  /** The names of the classes; default: ImageNet's for 1000 classes, else {@code class_<i>}. */
  public ClassifierBuilder labels(Labels names) {
    labels = Objects.requireNonNull(names, "names");
    return this;
  }

  /** The language of {@link Category#displayName()}; default: the names as they are. */
  public ClassifierBuilder displayNamesLocale(Locale locale) {
    displayNamesLocale = Objects.requireNonNull(locale, "locale");
    return this;
  }

  /** How pictures become the network's input; default {@link Preprocessing#defaults()}. */
  public ClassifierBuilder preprocessing(Preprocessing settings) {
    preprocessing = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /** The largest picture to decode; default {@link DecodeLimits#defaults()}. */
  public ClassifierBuilder decodeLimits(DecodeLimits limits) {
    decodeLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /** What turns the network's output into scores; default AUTO. */
  public ClassifierBuilder scoreTransform(ScoreTransform transform) {
    scoreTransform = Objects.requireNonNull(transform, "transform");
    return this;
  }

  /** The most classes that a result holds, at least 1; default 5. */
  public ClassifierBuilder maxResults(int count) {
    maxResults = atLeastOne("maxResults", count);
    return this;
  }

  /** The lowest score, after the transform, that a result holds; default 0. */
  public ClassifierBuilder scoreThreshold(float lowest) {
    if (!Float.isFinite(lowest)) {
      throw new IllegalArgumentException("scoreThreshold " + lowest + ", expected a finite number");
    }
    scoreThreshold = lowest;
    return this;
  }

  /** The only classes that a result may hold, by exact name; default all. */
  public ClassifierBuilder categoryAllowlist(Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("categoryAllowlist: got no names, expected at least one");
    }
    categoryAllowlist = List.copyOf(names);
    return this;
  }

  /**
   * How many pictures may be in the network at once, 1..64; default 2.
   *
   * <p>Each takes an input and an output tensor. 2 to 4 keep one BPU core busy.
   */
  public ClassifierBuilder concurrency(int requests) {
    if (atLeastOne("concurrency", requests) > 64) {
      throw new IllegalArgumentException("concurrency " + requests + ", expected 1..64");
    }
    concurrency = requests;
    return this;
  }

  /**
   * How many gray pictures the network is shown at open, at least 1; default 1.
   *
   * <p>They go round the requests, so that {@code warmup(concurrency)} touches the memory of each.
   * The first picture after open is then as fast as later ones, and opening takes longer.
   */
  public ClassifierBuilder warmup(int inferences) {
    warmup = atLeastOne("warmup", inferences);
    return this;
  }

  /**
   * The longest a picture may wait for a request and for the network together; default 10 s.
   *
   * <p>Decoding is the caller's own work and does not count. Asynchronous pictures wait for a
   * request in their turn, and the timeout counts from there.
   */
  public ClassifierBuilder timeout(Duration longest) {
    timeout = positive("timeout", longest);
    return this;
  }

  /** The longest that {@link Classifier#close()} waits for work in flight; default 10 s. */
  public ClassifierBuilder closeTimeout(Duration longest) {
    closeTimeout = positive("closeTimeout", longest);
    return this;
  }

  /** Whether results carry the score of every class; default false. */
  public ClassifierBuilder rawScores(boolean wanted) {
    rawScores = wanted;
    return this;
  }

  /** Who is told of every classification; default nobody. */
  public ClassifierBuilder observer(ClassifierObserver listener) {
    observer = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Loads the model, checks it, allocates the requests and runs one warm-up inference.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException when no runtime can serve the model, it
   *     does not load, or it is not the classifier asked for; nothing stays open then
   */
  public Classifier open() {
    return ClassifierFactory.open(
        new ClassifierOptions(
            models,
            labels == null ? loadOptions : loadOptions.withExpectedClasses(labels.size()),
            runtime,
            runtimeName,
            labels,
            displayNamesLocale,
            categoryAllowlist,
            observer,
            preprocessing,
            decodeLimits,
            scoreTransform,
            maxResults,
            scoreThreshold,
            concurrency,
            warmup,
            timeout,
            closeTimeout,
            rawScores));
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " " + value + ", expected at least 1");
    }
    return value;
  }

  private static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " " + DurationText.of(value) + ", expected more than zero and at most one day");
    }
    return value;
  }
}
