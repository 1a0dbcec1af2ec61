// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.stream.LiveStream;
import io.github.bpu4j.api.stream.Smoother;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Classifies pictures.
 *
 * <p>Thread-safe: open one, share it, close it once. A call decodes and preprocesses on the
 * caller's thread and returns the best classes. Up to {@link ClassifierBuilder#concurrency}
 * pictures are inferred at the same time; pixels in memory are converted straight into the model's
 * input.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("resnet18_224x224_nv12.bin"))) {
 *   Category best = classifier.classify(Path.of("white_wolf.JPEG")).best();
 * }
 * }</pre>
 *
 * <p>Files and bytes that cannot be decoded cause an {@link IOException}, all later failures a
 * {@link io.github.bpu4j.api.error.ClassifierException}, and use after {@link #close()} an {@link
 * IllegalStateException}.
 *
 * <p>Memory: the classifier owns its model and requests; {@link #close()} frees them when the last
 * picture in flight is done.
 *
 * @since 0.1.0
 */
public final class Classifier implements AutoCloseable {
  private final ClassificationModel model;
  private final ClassifierSettings settings;
  private final Pipeline pipeline;
  private final WorkQueue queue;
  private final CloseGuard guard;
  private final Duration closeTimeout;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();

  Classifier(
      ClassificationModel model,
      ClassifierSettings settings,
      Pipeline pipeline,
      ClassifierOptions options) {
    String name = model.info().name();
    this.model = model;
    this.settings = settings;
    this.pipeline = pipeline;
    this.queue = new WorkQueue(name, options.concurrency());
    this.closeTimeout = options.closeTimeout();
    this.guard = new CloseGuard("classifier of " + name, closeTimeout, this::free);
  }

  /**
   * Opens a model file with the first available runtime that supports it.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if that fails; the message says what was
   *     found, what was expected and what to do
   */
  public static Classifier open(Path model) {
    return builder().model(model).open();
  }

  /** Opens the model that the first available runtime bundles; no model file is needed. */
  public static Classifier openDefault() {
    return builder().open();
  }

  /** Starts from the default options. */
  public static ClassifierBuilder builder() {
    return new ClassifierBuilder();
  }

  /**
   * Classifies a picture file: JPEG, PNG, or any other format that {@link ImageFrame#read}
   * supports.
   *
   * @throws IOException if the file cannot be read or decoded
   */
  public ClassificationResult classify(Path picture) throws IOException {
    Objects.requireNonNull(picture, "picture");
    return classify(new Picture.File(picture));
  }

  /**
   * Classifies the bytes of a picture file.
   *
   * @throws IOException if they cannot be decoded
   */
  public ClassificationResult classify(byte[] encoded) throws IOException {
    Objects.requireNonNull(encoded, "encoded");
    return classify(new Picture.Bytes(encoded));
  }

  /** Classifies a picture in memory; alpha is dropped without blending. */
  public ClassificationResult classify(BufferedImage picture) {
    return classify(ImageFrame.of(picture));
  }

  /** Classifies a view of pixels, for example a camera's NV12 frame, without copying it. */
  public ClassificationResult classify(ImageFrame frame) {
    Objects.requireNonNull(frame, "frame");
    try {
      return classify(new Picture.Frame(frame));
    } catch (IOException e) {
      throw new AssertionError("a frame in memory is not read", e);
    }
  }

  /**
   * Classifies a picture file on a worker thread.
   *
   * <p>Several calls run at the same time; if the queue is full, the caller waits. The future fails
   * with what {@link #classify(Path)} throws. Canceling it drops the picture if inference has not
   * started, or its result otherwise.
   */
  public CompletableFuture<ClassificationResult> classifyAsync(Path picture) {
    Objects.requireNonNull(picture, "picture");
    return submit(new Picture.File(picture));
  }

  /** Classifies a picture file's bytes on a worker thread; see {@link #classifyAsync(Path)}. */
  public CompletableFuture<ClassificationResult> classifyAsync(byte[] encoded) {
    Objects.requireNonNull(encoded, "encoded");
    return submit(new Picture.Bytes(encoded));
  }

  /**
   * Classifies a view of pixels on a worker thread; see {@link #classifyAsync(Path)}.
   *
   * <p>The pixels must not change until the future is done.
   */
  public CompletableFuture<ClassificationResult> classifyAsync(ImageFrame frame) {
    Objects.requireNonNull(frame, "frame");
    return submit(new Picture.Frame(frame));
  }

  /**
   * Classifies many files, several at the same time; one bad picture does not stop the rest.
   *
   * @return one outcome per picture, in the order of the pictures
   */
  public List<ClassificationOutcome> classifyAll(Collection<Path> pictures) {
    List<ClassificationOutcome> outcomes = new ArrayList<>(pictures.size());
    classifyAll(pictures, outcomes::add);
    return outcomes;
  }

  /**
   * Classifies many files, several at the same time, and delivers each outcome as soon as it and
   * all earlier ones are available.
   *
   * <p>Memory does not grow with the number of pictures.
   *
   * @param sink called on this thread, in the order of the pictures
   */
  public void classifyAll(Iterable<Path> pictures, Consumer<ClassificationOutcome> sink) {
    new OrderedOutcomes(queue.capacity()).handOver(pictures, this::classifyAsync, sink);
  }

  /** Starts a live stream without smoothing; see {@link #live(LiveListener, Smoothing)}. */
  public LiveClassifier live(LiveListener listener) {
    return live(listener, Smoothing.none());
  }

  /**
   * Starts a live stream: frames are offered as they come, the newest are answered, and the rest is
   * dropped and counted.
   *
   * <p>Close it after use; it ends at the latest with this classifier. Several streams, and other
   * calls, share the requests of this classifier.
   *
   * @param listener receives answers and failures in the order of the frames' timestamps
   * @param smoothing steadies the answers over time
   */
  public LiveClassifier live(LiveListener listener, Smoothing smoothing) {
    guard.enter();
    try {
      LiveStream stream =
          LiveStream.start(
              model.info().name(),
              guard,
              closeTimeout,
              pipeline.requests().size(),
              () -> new PooledPass(pipeline),
              listener,
              Smoother.of(smoothing, model.info().classes()),
              pipeline.observer());
      streams.removeIf(LiveStream::isFinished);
      streams.add(stream);
      return stream;
    } finally {
      guard.leave();
    }
  }

  /** Whether {@link #close} has been called, so that new work is rejected. */
  public boolean isClosed() {
    return guard.isClosed();
  }

  /** Returns what the runtime knows about the model. */
  public ModelInfo model() {
    return model.info();
  }

  /**
   * Returns what is used of the things that must be known of a model, and whether the program, the
   * metadata, the model file or a default said so.
   */
  public ClassifierSettings settings() {
    return settings;
  }

  /** Returns the labels of the model's classes. */
  public Labels labels() {
    return settings.labels().value();
  }

  /** Returns how pictures are converted to the model's input; the range is never AUTO. */
  public Preprocessing preprocessing() {
    return pipeline.preprocessing();
  }

  /** Returns how scores are computed from the model's output; never AUTO. */
  public ScoreTransform scoreTransform() {
    return pipeline.transform();
  }

  /**
   * Rejects new work, waits for pictures in flight, then frees requests and model; idempotent.
   *
   * <p>If the wait takes longer than {@link ClassifierBuilder#closeTimeout}, it logs a warning and
   * returns, and the last call to finish frees the memory.
   */
  @Override
  public void close() {
    guard.close();
  }

  private ClassificationResult classify(Picture picture) throws IOException {
    guard.enter();
    try {
      return pipeline.classify(picture, null);
    } finally {
      guard.leave();
    }
  }

  private CompletableFuture<ClassificationResult> submit(Picture picture) {
    guard.enter();
    CompletableFuture<ClassificationResult> future = new CompletableFuture<>();
    try {
      queue.submit(() -> run(picture, future), pipeline.observer()::queued);
    } catch (RuntimeException | Error e) {
      guard.leave();
      throw e;
    }
    return future;
  }

  /**
   * The work for one asynchronous picture; the submitting thread has entered the guard.
   *
   * <p>The future is completed outside the guard because its callbacks may classify or close.
   */
  private void run(Picture picture, CompletableFuture<ClassificationResult> future) {
    ClassificationResult result = null;
    Throwable failure = null;
    try {
      if (!future.isDone()) {
        result = pipeline.classify(picture, future);
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      guard.leave();
    }
    if (failure != null) {
      future.completeExceptionally(failure);
    } else if (result != null) {
      future.complete(result);
    }
  }

  private void free() {
    streams.forEach(LiveStream::finish);
    queue.close();
    try {
      pipeline.requests().close();
    } finally {
      model.close();
    }
  }
}
