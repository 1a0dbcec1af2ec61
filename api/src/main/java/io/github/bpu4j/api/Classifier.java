// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.LeakReport;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.UsageGate;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Preprocessing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a picture shows.
 *
 * <p>Thread-safe: open one, share it, close it once. A call decodes and preprocesses on the
 * caller's thread, straight into the memory of one of {@link ClassifierBuilder#concurrency}
 * requests, and returns the best classes.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("resnet18_224x224_nv12.bin"))) {
 *   Category best = classifier.classify(Path.of("white_wolf.JPEG")).best();
 * }
 * }</pre>
 *
 * <p>Files and bytes that are no sound picture throw {@link IOException}; everything later throws a
 * {@link io.github.bpu4j.api.error.ClassifierException}; use after {@link #close()} is an {@link
 * IllegalStateException}.
 *
 * <p>Memory: the classifier owns its model and requests; {@link #close()} frees them when the last
 * picture in flight is done.
 */
public final class Classifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);

  private final ClassificationModel model;
  private final ModelInfo info;
  private final Labels labels;
  private final Preprocessing preprocessing;
  private final DecodeLimits decodeLimits;
  private final ScoreTransform transform;
  private final Ranking ranking;
  private final RequestPool pool;
  private final Duration timeout;
  private final Duration closeTimeout;
  private final boolean rawScores;
  private final @Nullable ClassifierObserver observer;
  private final UsageGate gate;
  private final WorkQueue queue;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean freed = new AtomicBoolean();
  private volatile boolean abandoned;

  Classifier(
      ClassifierBuilder options,
      ClassificationModel model,
      Labels labels,
      Preprocessing preprocessing,
      ScoreTransform transform,
      Ranking ranking,
      RequestPool pool) {
    this.model = model;
    this.info = model.info();
    this.labels = labels;
    this.preprocessing = preprocessing;
    this.decodeLimits = options.decodeLimits;
    this.transform = transform;
    this.ranking = ranking;
    this.pool = pool;
    this.timeout = options.timeout;
    this.closeTimeout = options.closeTimeout;
    this.rawScores = options.rawScores;
    this.observer = options.observer;
    this.gate = new UsageGate("classifier of " + info.name());
    this.queue = new WorkQueue(info.name(), options.concurrency);
    LeakReport.watch(this, "classifier of " + info.name(), closed);
  }

  /**
   * Opens a model file with the first runtime that is available and supports it.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException with what was found, what was expected
   *     and what to do
   */
  public static Classifier open(Path model) {
    return builder().model(model).open();
  }

  /** Opens the network that the first available runtime carries: no model file is needed. */
  public static Classifier openDefault() {
    return builder().open();
  }

  /** All options. */
  public static ClassifierBuilder builder() {
    return new ClassifierBuilder();
  }

  /**
   * Classifies a picture file: JPEG, PNG, and whatever else {@link ImageFrame#read} takes.
   *
   * @throws IOException when the file cannot be read or is no sound picture
   */
  public ClassificationResult classify(Path picture) throws IOException {
    Objects.requireNonNull(picture, "picture");
    return classify(() -> ImageFrame.read(picture, decodeLimits), null);
  }

  /**
   * Classifies the bytes of a picture file.
   *
   * @throws IOException when they are no sound picture
   */
  public ClassificationResult classify(byte[] encoded) throws IOException {
    Objects.requireNonNull(encoded, "encoded");
    return classify(() -> ImageFrame.decode(encoded, decodeLimits), null);
  }

  /** Classifies a picture in memory; alpha is dropped without blending. */
  public ClassificationResult classify(BufferedImage picture) {
    return classify(ImageFrame.of(picture));
  }

  /** Classifies a view on pixels, for instance a camera's NV12 frame, without copying it. */
  public ClassificationResult classify(ImageFrame frame) {
    Objects.requireNonNull(frame, "frame");
    try {
      return classify(() -> frame, null);
    } catch (IOException e) {
      throw new AssertionError("a frame in memory is not read", e);
    }
  }

  /**
   * Classifies a picture file on a worker thread.
   *
   * <p>Several calls run at once; when the queue is full the caller waits. The future fails with
   * what {@link #classify(Path)} throws. Cancelling drops the picture if the network has not
   * started on it, and its answer otherwise.
   */
  public CompletableFuture<ClassificationResult> classifyAsync(Path picture) {
    Objects.requireNonNull(picture, "picture");
    return submit(() -> ImageFrame.read(picture, decodeLimits));
  }

  /**
   * Classifies the bytes of a picture file on a worker thread; see {@link #classifyAsync(Path)}.
   */
  public CompletableFuture<ClassificationResult> classifyAsync(byte[] encoded) {
    Objects.requireNonNull(encoded, "encoded");
    return submit(() -> ImageFrame.decode(encoded, decodeLimits));
  }

  /**
   * Classifies a view on pixels on a worker thread; see {@link #classifyAsync(Path)}.
   *
   * <p>The pixels must not change until the future is done.
   */
  public CompletableFuture<ClassificationResult> classifyAsync(ImageFrame frame) {
    Objects.requireNonNull(frame, "frame");
    return submit(() -> frame);
  }

  /**
   * Classifies many files, several at once; one bad picture does not stop the rest.
   *
   * @return one outcome a picture, in the order of the pictures
   */
  public List<ClassificationOutcome> classifyAll(Collection<Path> pictures) {
    List<ClassificationOutcome> outcomes = new ArrayList<>(pictures.size());
    classifyAll(pictures, outcomes::add);
    return outcomes;
  }

  /**
   * Classifies many files, several at once, and hands each outcome over as soon as it and all
   * before it are there.
   *
   * <p>Memory does not grow with the number of pictures.
   *
   * @param sink called on this thread, in the order of the pictures
   */
  public void classifyAll(Iterable<Path> pictures, Consumer<ClassificationOutcome> sink) {
    queue.inOrder(pictures, this::classifyAsync, sink);
  }

  /** What is known of the network. */
  public ModelInfo model() {
    return info;
  }

  /** The names of its classes. */
  public Labels labels() {
    return labels;
  }

  /** How pictures become its input; the range is resolved. */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** What turns its output into scores; never AUTO. */
  public ScoreTransform scoreTransform() {
    return transform;
  }

  /**
   * Refuses new work, waits for pictures in flight, then frees requests and model; idempotent.
   *
   * <p>When the wait takes longer than {@link ClassifierBuilder#closeTimeout} it returns with a
   * warning in the log, and the memory is freed by whoever finishes last.
   */
  @Override
  public void close() {
    if (!gate.close()) {
      return;
    }
    closed.set(true);
    if (gate.awaitEmpty(closeTimeout)) {
      free();
      return;
    }
    LOG.warn(
        "closing {}: pictures still in flight after {}; the last one frees the model",
        info.name(),
        closeTimeout);
    abandoned = true;
    freeIfLast();
  }

  private CompletableFuture<ClassificationResult> submit(FrameSource source) {
    gate.enter();
    CompletableFuture<ClassificationResult> future = new CompletableFuture<>();
    try {
      queue.submit(() -> run(source, future), waiting -> notifyObserver(o -> o.queued(waiting)));
    } catch (RuntimeException | Error e) {
      leave();
      throw e;
    }
    return future;
  }

  /** The work of one asynchronous picture; the gate was entered by the submitter. */
  private void run(FrameSource source, CompletableFuture<ClassificationResult> future) {
    try {
      if (!future.isDone()) {
        future.complete(classifyInside(source, future));
      }
    } catch (Throwable e) {
      future.completeExceptionally(e);
    } finally {
      leave();
    }
  }

  private ClassificationResult classify(
      FrameSource source, @Nullable CompletableFuture<?> cancellation) throws IOException {
    gate.enter();
    try {
      return classifyInside(source, cancellation);
    } finally {
      leave();
    }
  }

  private ClassificationResult classifyInside(
      FrameSource source, @Nullable CompletableFuture<?> cancellation) throws IOException {
    long start = System.nanoTime();
    try {
      ImageFrame frame = source.open();
      long decoded = System.nanoTime();
      ClassificationResult result = infer(frame, start, decoded, cancellation);
      notifyObserver(o -> o.classified(result));
      return result;
    } catch (IOException | RuntimeException e) {
      long total = System.nanoTime() - start;
      notifyObserver(o -> o.failed(e, total));
      throw e;
    }
  }

  private ClassificationResult infer(
      ImageFrame frame, long start, long decoded, @Nullable CompletableFuture<?> cancellation) {
    long deadline = decoded + timeout.toNanos();
    Slot slot = pool.borrow(deadline);
    try {
      long borrowed = System.nanoTime();
      if (cancellation != null && cancellation.isDone()) {
        throw new CancellationException("cancelled before the network started");
      }
      slot.convert(frame);
      long converted = System.nanoTime();
      slot.infer(remaining(deadline, converted));
      long inferred = System.nanoTime();
      Ranking.requireFinite(slot.scores, info.name());
      Optional<Scores> raw = rawScores ? Optional.of(Scores.of(slot.scores)) : Optional.empty();
      transform.apply(slot.scores);
      List<Category> best = ranking.best(slot.scores);
      long end = System.nanoTime();
      Timings timings =
          new Timings(
              decoded - start,
              borrowed - decoded,
              converted - borrowed,
              inferred - converted,
              end - inferred,
              end - start);
      return new ClassificationResult(
          best,
          raw,
          transform,
          preprocessing.range(),
          info.name(),
          info.runtime(),
          info.simulated(),
          timings);
    } finally {
      pool.giveBack(slot);
    }
  }

  private Duration remaining(long deadline, long now) {
    long left = deadline - now;
    if (left <= 0) {
      throw new ClassifierBusyException(
          "the timeout of "
              + timeout
              + " passed before the network could start; raise concurrency or timeout");
    }
    return Duration.ofNanos(left);
  }

  private void notifyObserver(Consumer<ClassifierObserver> event) {
    ClassifierObserver listener = observer;
    if (listener == null) {
      return;
    }
    try {
      event.accept(listener);
    } catch (RuntimeException e) {
      LOG.warn("the observer of {} failed", info.name(), e);
    }
  }

  private void leave() {
    gate.leave();
    if (abandoned) {
      freeIfLast();
    }
  }

  private void freeIfLast() {
    if (gate.awaitEmpty(Duration.ZERO)) {
      free();
    }
  }

  private void free() {
    if (freed.compareAndSet(false, true)) {
      queue.close();
      try {
        pool.close();
      } finally {
        model.close();
      }
    }
  }

  /** Where a frame comes from: a file, bytes, or memory. */
  @FunctionalInterface
  private interface FrameSource {
    ImageFrame open() throws IOException;
  }
}
