// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response as it comes in, for a reader who does not wait forever.
 *
 * <p>A piece is requested only when the one before is taken, so that memory holds one or two of
 * them, of 16 KiB each, however fast the server is.
 */
final class BodyPieces implements BodySubscriber<BodyPieces> {
  /** A piece; or the end, with what went wrong. */
  private record Event(List<ByteBuffer> piece, boolean end, @Nullable Throwable failure) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private @Nullable Subscription subscription;
  private boolean canceled;

  @Override
  public CompletionStage<BodyPieces> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription body) {
    subscription = body;
    if (canceled) {
      body.cancel();
    } else {
      body.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    events.add(new Event(piece, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  /**
   * Waits for the next piece; empty if none comes in that time.
   *
   * @return an empty list at the end of the body
   * @throws IOException if the connection broke
   */
  Optional<List<ByteBuffer>> next(Duration wait) throws IOException, InterruptedException {
    Event event = events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (event == null) {
      return Optional.empty();
    }
    if (event.failure() != null) {
      throw new IOException(event.failure());
    }
    if (!event.end()) {
      requestNext();
    }
    return Optional.of(event.piece());
  }

  private synchronized void requestNext() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** Ends the response early, with its connection. */
  synchronized void cancel() {
    canceled = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
