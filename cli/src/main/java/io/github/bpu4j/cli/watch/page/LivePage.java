// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.preprocess.ImageFrame;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Shows a stream in browsers: the moving picture, the labels with bars, and figures.
 *
 * <p>Any number of viewers costs one encoding of a picture, at most sixteen a second; while nobody
 * looks, nothing is copied or encoded. Methods return without waiting for any viewer. Thread-safe.
 */
public final class LivePage implements AutoCloseable {
  private final PageAddress address;
  private final Bulletin bulletin;
  private final LiveState state;
  private final Pictures pictures;
  private final Publisher publisher;
  private final PageServer server;

  private LivePage(PageAddress address, PageLimits limits, String title) throws IOException {
    this.address = address;
    bulletin = new Bulletin(limits, System::nanoTime, new SecureRandom().nextInt(1_000_000));
    state = new LiveState(title);
    pictures = new Pictures(limits.pictureGap());
    publisher = new Publisher(pictures, state, bulletin);
    try {
      server =
          PageServer.start(
              address, limits, new PageHandler(new AccessRule(address), bulletin, publisher));
    } catch (IOException e) {
      publisher.close();
      throw e;
    }
  }

  /**
   * Opens the port and serves the page.
   *
   * @param title what is watched, shown as text
   * @throws IOException if the port is taken or may not be used, with a remedy
   */
  public static LivePage start(PageAddress address, String title) throws IOException {
    return start(address, PageLimits.defaults(), title);
  }

  static LivePage start(PageAddress address, PageLimits limits, String title) throws IOException {
    return new LivePage(address, limits, title);
  }

  /** The address for a browser, with the real port, and with the token if there is one. */
  public URI uri() {
    return ReachableAddress.of(address, server.port());
  }

  /** How many connections are open. */
  int connections() {
    return server.connections();
  }

  /** How many viewers have the page open. */
  public int viewers() {
    return bulletin.viewers();
  }

  /**
   * Takes a copy of the frame if someone looks and the last one is old enough; never blocks.
   *
   * @param frame not used after the return
   */
  public void frame(ImageFrame frame) {
    if (bulletin.isWatched()) {
      pictures.offer(frame);
    }
  }

  /**
   * Shows the newest answer.
   *
   * @param framesPerSecond answered lately
   * @param latency from the offer to the answer
   */
  public void answer(
      LiveResult result, LiveCounts counts, double framesPerSecond, Duration latency) {
    state.answer(result, counts, framesPerSecond, latency);
  }

  /** Adds a line to the page's log, such as that the source was lost. */
  public void event(String message) {
    state.event(message);
  }

  /** Ends all connections, the threads and the port; idempotent. */
  @Override
  public void close() {
    server.close();
    publisher.close();
  }
}
