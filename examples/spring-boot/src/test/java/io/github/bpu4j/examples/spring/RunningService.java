// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a free port, and requests to it. */
final class RunningService implements AutoCloseable {
  private static final String BOUNDARY = "----pictures";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ConfigurableApplicationContext context;
  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    this.root = URI.create("http://localhost:" + port + "/");
  }

  static RunningService start(String... properties) {
    String[] arguments = new String[properties.length + 1];
    arguments[0] = "--server.port=0";
    for (int i = 0; i < properties.length; i++) {
      arguments[i + 1] = "--" + properties[i];
    }
    return new RunningService(SpringApplication.run(PictureService.class, arguments));
  }

  static byte[] picture(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  static Path path(String name) {
    return Path.of("../images", name).toAbsolutePath().normalize();
  }

  URI root() {
    return root;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(request(path, type, body), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> postAsync(String path, String type, BodyPublisher body) {
    return client.sendAsync(request(path, type, body), BodyHandlers.ofString());
  }

  /** Sends a form with one file. */
  HttpResponse<String> form(String path, String part, String fileName, byte[] content)
      throws IOException, InterruptedException {
    return post(
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(head(part, fileName)),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
  }

  /** Sends a form that breaks off within its file. */
  HttpResponse<String> brokenForm(String path) throws IOException, InterruptedException {
    return post(
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(head("picture", "cut.png")));
  }

  private static byte[] head(String part, String fileName) {
    return """
        --%s
        Content-Disposition: form-data; name="%s"; filename="%s"
        Content-Type: application/octet-stream

        """
        .replace("\n", "\r\n")
        .formatted(BOUNDARY, part, fileName)
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpRequest request(String path, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  @Override
  public void close() {
    context.close();
  }
}
