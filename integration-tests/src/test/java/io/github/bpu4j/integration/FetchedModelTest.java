// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.stubs.NativeStubs;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that was fetched by name is right by itself: what opens it finds the published fit and
 * transform beside it. The server is local, the answers are the stand-in's.
 */
class FetchedModelTest {
  private static final Path PHOTO = Repository.root().resolve("examples/images/chelsea.png");

  /** Wants a letterbox and gives logits; no hash of it is published. */
  private static final String NAME = "hgnetv2-b0";

  @TempDir Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    byte[] content = "any readable file".getBytes(StandardCharsets.US_ASCII);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hgnetv2/hgnetv2_b0_224x224_nv12.bin",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void itsNameServesAsModelOnceItIsFetched() throws Exception {
    StandInProcess before = run("classify", "--runtime", "bpu", "-m", NAME, PHOTO);
    assertThat(before.exit()).isNotZero();
    assertThat(before.err()).contains("models get " + NAME);

    StandInProcess get = run("models", "get", NAME);
    assertThat(get.exit()).as(get.err()).isZero();

    StandInProcess after = run("classify", "--json", "--runtime", "bpu", "-m", NAME, PHOTO);
    assertThat(after.exit()).as(after.err()).isZero();
    assertThat(after.out()).contains("\"transform\":\"SOFTMAX\"", "\"index\":270");
  }

  @Test
  void aProgramThatOpensTheFileFindsItsSettings() throws Exception {
    assertThat(run("models", "get", NAME).exit()).isZero();
    Path file = folder.resolve("models").resolve(NAME).resolve("hgnetv2_b0_224x224_nv12.bin");
    StandInProcess opened =
        StandInProcess.run(
            OneProgram.class,
            "resnet18_224x224_nv12",
            Map.of(),
            file,
            folder.resolve("no.onnx"),
            PHOTO);
    assertThat(opened.exit()).as(opened.err()).isZero();
    assertThat(opened.out())
        .contains("bpu 270 white wolf")
        .contains("fit LETTERBOX (metadata)", "transform SOFTMAX (metadata)");
  }

  private StandInProcess run(Object... arguments) throws Exception {
    Map<String, String> settings =
        Map.of(
            "BPU4J_CACHE_DIR",
            folder.toString(),
            "BPU4J_MODELS_URL",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "BPU4J_MODELS_ALLOW_HTTP",
            "true");
    return StandInProcess.run(Bpu4j.class, "resnet18_224x224_nv12", settings, arguments);
  }
}
