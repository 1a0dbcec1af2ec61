// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The JDK's server with scripted answers: those given in turn, and then the usual one. */
public final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile Answer usual;

  /** Answers one request; an exception breaks the connection. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private TestServer(HttpServer server, Answer usual) {
    this.server = server;
    this.usual = usual;
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "test server");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::handle);
    server.start();
  }

  public static TestServer plain(Answer usual) throws IOException {
    return new TestServer(HttpServer.create(anyPort(), 0), usual);
  }

  static TestServer secure(Answer usual, SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new TestServer(server, usual);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Gives these answers to the next requests. */
  public TestServer next(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  void usual(Answer answer) {
    usual = answer;
  }

  /** What each request asked for: its Range header, or {@code all}. */
  public List<String> ranges() {
    return ranges;
  }

  public URI url(String path) {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    ranges.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("all"));
    Answer answer = script.poll();
    (answer == null ? usual : answer).to(exchange);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
