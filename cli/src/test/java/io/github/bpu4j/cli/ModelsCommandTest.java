// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code models}, with a server on this machine in place of the vendor's. */
final class ModelsCommandTest {
  private final AtomicInteger requests = new AtomicInteger();
  @TempDir private Path folder;
  private HttpServer server;
  private byte[] content;

  @BeforeEach
  void start() throws IOException {
    content = ModelFiles.real();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/zoo/googlenet_224x224_nv12.bin",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, content.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private CommandProcess run(List<String> more, Object... arguments) throws Exception {
    List<String> jvm = new ArrayList<>(more);
    jvm.add("-Dbpu4j.models.url=http://127.0.0.1:" + server.getAddress().getPort() + "/zoo");
    jvm.add("-Dbpu4j.models.allow.http=true");
    jvm.add("-Dbpu4j.cache.dir=" + folder);
    return CommandProcess.runMain(Bpu4j.class, jvm, arguments);
  }

  private CommandProcess run(Object... arguments) throws Exception {
    return run(List.of(), arguments);
  }

  private Path file() {
    return folder.resolve("models/googlenet/googlenet_224x224_nv12.bin");
  }

  @Test
  void listsShowsAndSorts() throws Exception {
    CommandProcess all = run("models");
    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(all.out().lines()).hasSize(1 + 73 + 3);
    assertThat(all.out()).startsWith("NAME").contains("resnet18 *").contains("not measured");
    assertThat(all.out()).contains("mobilenetv4-conv-small * MobileNetV4");
    List<String> fastest =
        run("models", "--family", "yolo11", "--sort", "latency").out().lines().toList();
    assertThat(fastest).hasSize(1 + 5 + 3);
    assertThat(fastest.get(1)).startsWith("yolo11n-cls");
    CommandProcess shown = run("models", "show", "mobilenetv1");
    assertThat(shown.out())
        .contains("license:            unknown")
        .contains("disagreement:       1-thread ms / FPS: A: 1.27")
        .contains("not fetched; run: bpu4j models get mobilenetv1");
    assertThat(folder).isEmptyDirectory();
    assertThat(requests).hasValue(0);
  }

  @Test
  void getsOnceVerifiesAndRemoves() throws Exception {
    CommandProcess got = run("models", "get", "googlenet");
    assertThat(got.exit()).as(got.err()).isZero();
    assertThat(got.out()).isEqualTo(file() + "\n");
    assertThat(got.err())
        .contains("/zoo/googlenet_224x224_nv12.bin, license unknown")
        .contains("no hash is published; recorded SHA-256 ")
        .doesNotContain("MB/s", "\r");
    assertThat(run("models", "get", "googlenet").out()).isEqualTo(file() + "\n");
    assertThat(requests).hasValue(1);
    assertThat(run("models", "--family", "googlenet").out()).contains("  fetched");
    assertThat(run("models", "verify").out())
        .startsWith("googlenet: intact, SHA-256 ")
        .contains("(recorded at first fetch)");
    Files.write(file(), new byte[1]);
    CommandProcess damaged = run("models", "verify", "googlenet");
    assertThat(damaged.exit()).isEqualTo(1);
    assertThat(damaged.err())
        .contains("run: bpu4j models remove googlenet && bpu4j models get googlenet");
    assertThat(run("models", "remove", "googlenet").err()).contains("googlenet: removed");
    assertThat(file()).doesNotExist();
    CommandProcess nothing = run("models", "verify");
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).contains("no model has been fetched");
  }

  @Test
  void showsProgressOnATerminal() throws Exception {
    CommandProcess got = run(List.of("-Dbpu4j.terminal=true"), "models", "get", "googlenet");
    assertThat(got.exit()).as(got.err()).isZero();
    assertThat(got.err())
        .contains("\r\033[Kgooglenet_224x224_nv12.bin: ")
        .containsPattern("\\d+\\.\\d MB of \\d+\\.\\d MB \\(\\d+ %\\), \\d+\\.\\d MB/s");
  }

  @Test
  void aNameStandsForTheFetchedFile() throws Exception {
    Path cat = CommandProcess.picture("chelsea.png");
    CommandProcess early = run("classify", "--model", "googlenet", cat);
    assertThat(early.exit()).isEqualTo(3);
    assertThat(early.err())
        .isEqualTo("bpu4j: googlenet has not been fetched; run: bpu4j models get googlenet\n");
    run("models", "get", "googlenet");
    CommandProcess later = run("classify", "--runtime", "bpu", "--model", "googlenet", cat);
    assertThat(later.exit()).isEqualTo(3);
    assertThat(later.err()).contains("no runtime can load [" + file() + "]").contains("libdnn.so");
  }

  @Test
  void oneFailureDoesNotStopTheRest() throws Exception {
    CommandProcess run = run("models", "get", "repvgg-a0", "googlenet");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("RepVGG_A0_224x224_nv12.bin: the server answers 404: there is no such file");
    assertThat(run.out()).isEqualTo(file() + "\n");
  }
}
