// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import io.github.bpu4j.api.error.ClassifierBusyException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets a few pictures at a time be decoded, so that memory does not grow with the number of
 * clients: a picture of 24 megapixels takes 72 MB of pixels while it is drawn on.
 */
@Component
final class UploadGate {
  private final Semaphore places;
  private final UploadSettings settings;

  UploadGate(UploadSettings settings) {
    this.places = new Semaphore(settings.parallel(), true);
    this.settings = settings;
  }

  /** Work on one picture. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Runs the work when there is a place.
   *
   * @throws ClassifierBusyException if there is none in time; the starter answers 503 then
   */
  <T> T pass(Work<T> work) throws IOException {
    if (!await()) {
      throw new ClassifierBusyException(
          "no place for an upload within "
              + settings.longestWait().toMillis()
              + " ms; send it again later, or raise uploads.longest-wait or uploads.parallel");
    }
    try {
      return work.run();
    } finally {
      places.release();
    }
  }

  private boolean await() {
    try {
      return places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
