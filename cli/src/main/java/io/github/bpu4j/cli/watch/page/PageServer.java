// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, with few threads and firm limits. */
final class PageServer implements AutoCloseable {
  private static final int MOST_THREADS = 8;
  private static final int LEAST_THREADS = 3;
  private static final int HEADER_BYTES = 8192;
  private static final long STOP_MILLIS = Duration.ofMillis(500).toMillis();

  private final Server server;
  private final ServerConnector connector;

  private PageServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Binds the port and starts.
   *
   * @throws IOException if the port is taken, may not be used, or the address is not this machine's
   */
  static PageServer start(PageAddress address, PageLimits limits, Handler handler)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("bpu4j-page-http");
    threads.setDaemon(true);
    threads.setStopTimeout(STOP_MILLIS);
    Server server = new Server(threads);
    server.setHandler(handler);
    server.setStopTimeout(0);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.address().getHostAddress());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.silence().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    PageServer started = new PageServer(server, connector);
    started.open(address);
    return started;
  }

  private void open(PageAddress address) throws IOException {
    try {
      connector.open();
    } catch (IOException e) {
      throw new IOException(reason(address, e), e);
    }
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IOException("the server of the page did not start: " + e.getMessage(), e);
    }
  }

  private static String reason(PageAddress address, IOException failure) {
    String place = "port " + address.port() + " of " + address.host();
    Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
    String text = String.valueOf(cause.getMessage());
    if (!(cause instanceof BindException) || text.contains("assign")) {
      return place + " cannot be opened: " + text + "; use an address of this machine";
    }
    return text.contains("ermission")
        ? place + " needs more permission; use 1024 or more, or 0 for any free one"
        : place + " is taken; use another, or 0 for any free one";
  }

  int port() {
    return connector.getLocalPort();
  }

  int connections() {
    return connector.getConnectedEndPoints().size();
  }

  /** Also stops on a thread that is interrupted, which stays so. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server of the page did not stop", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
