// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.models.download.Answers;
import io.github.bpu4j.models.download.DownloadException;
import io.github.bpu4j.models.download.DownloadListener;
import io.github.bpu4j.models.download.DownloadOptions;
import io.github.bpu4j.models.download.TestServer;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching models into the cache, by one process and by several. */
final class FetchTest {
  private static final byte[] CONTENT = new byte[200_000];
  private static final String V1 = "\"v1\"";

  /** No hash of it is published. */
  private static final ZooModel MODEL = ModelZoo.get("googlenet");

  private final List<String> notes = new ArrayList<>();
  @TempDir private Path folder;
  private Path cache;

  @BeforeEach
  void content() {
    new Random(3).nextBytes(CONTENT);
    cache = folder.resolve("cache");
  }

  private DownloadOptions.Builder options(TestServer server) {
    return DownloadOptions.builder()
        .allowHttp(true)
        .baseUrl(server.url("zoo"))
        .cache(cache)
        .attempts(1)
        .listener(
            new DownloadListener() {
              @Override
              public void note(String message) {
                notes.add(message);
              }
            });
  }

  @Test
  void aModelComesWithItsMetadataAndIsAskedForOnce() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      DownloadOptions options = options(server).build();
      assertThat(MODEL.fetched(options)).isEmpty();
      assertThat(cache).doesNotExist();
      Path file = MODEL.fetch(options);
      assertThat(file).isEqualTo(cache.resolve("googlenet/googlenet_224x224_nv12.bin"));
      assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
      ModelMetadata metadata = ModelMetadata.find(file).orElseThrow();
      assertThat(metadata.toBuilder().info(MODEL.metadata().info()).build())
          .isEqualTo(MODEL.metadata());
      assertThat(metadata.info())
          .containsEntry("url", server.url("zoo/googlenet_224x224_nv12.bin").toString())
          .containsEntry("sha256_source", "recorded at first fetch");
      assertThat(notes.get(0)).endsWith("license unknown");
      assertThat(notes.get(1)).contains("no hash is published; recorded SHA-256 ");
      assertThat(MODEL.fetch(options)).isEqualTo(file);
      assertThat(MODEL.fetch(options(server).offline(true).build())).isEqualTo(file);
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void comparesHashesAndRemoves() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      DownloadOptions options = options(server).build();
      assertThatThrownBy(() -> MODEL.verify(options))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining("googlenet has not been fetched");
      Path file = MODEL.fetch(options);
      assertThat(MODEL.verify(options).intact()).isTrue();
      Files.write(file, new byte[] {1});
      Verification damaged = MODEL.verify(options);
      assertThat(damaged.intact()).isFalse();
      assertThat(damaged.source()).isEqualTo("recorded at first fetch");
      assertThat(MODEL.remove(options)).isTrue();
      assertThat(MODEL.remove(options)).isFalse();
      assertThat(MODEL.fetched(options)).isEmpty();
    }
  }

  @Test
  void aPublishedHashIsRequired() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      DownloadOptions options = options(server).build();
      assertThatThrownBy(() -> ModelZoo.get("mobilenetv1").fetch(options))
          .isInstanceOf(DownloadException.class)
          .hasMessageContaining("is not the published file: 200000 bytes");
      assertThatThrownBy(() -> ModelZoo.get("resnet18").fetch(options))
          .hasMessageContaining("has 200000 bytes, expected 10623220");
      assertThat(ModelZoo.get("mobilenetv1").fetched(options)).isEmpty();
    }
  }

  @Test
  void offlineAsksNobody() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      assertThatThrownBy(() -> MODEL.fetch(options(server).offline(true).build()))
          .isInstanceOf(DownloadException.class)
          .hasMessage(
              "googlenet is not in " + cache + ", and in offline mode nothing is downloaded");
      assertThat(server.ranges()).isEmpty();
    }
  }

  @Test
  void aFolderThatOthersCanWriteIsRefused() throws Exception {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      Path open = Files.createDirectory(folder.resolve("open"));
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertThatThrownBy(() -> MODEL.fetch(options(server).cache(open).build()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("can be written by others");
      assertThat(server.ranges()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void manyProcessesDownloadOnce(int number) throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    try (TestServer server =
        TestServer.plain(
            exchange -> {
              await(all);
              Answers.file(CONTENT, V1).to(exchange);
            })) {
      List<StartedProgram> programs = new ArrayList<>();
      try {
        for (int program = 0; program < number; program++) {
          programs.add(started(server));
        }
        all.countDown();
        for (StartedProgram program : programs) {
          assertThat(program.end().outOfSuccess())
              .isEqualTo(cache.resolve("googlenet/googlenet_224x224_nv12.bin") + "\n");
        }
      } finally {
        for (StartedProgram program : programs) {
          program.close();
        }
      }
      assertThat(server.ranges()).hasSize(1);
      assertThat(MODEL.verify(options(server).build()).intact()).isTrue();
    }
  }

  @Test
  void manyThreadsDownloadOnce() throws Exception {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      List<Thread> threads = new ArrayList<>();
      List<Path> files = Collections.synchronizedList(new ArrayList<>());
      for (int thread = 0; thread < 8; thread++) {
        DownloadOptions options = options(server).listener(new DownloadListener() {}).build();
        threads.add(
            new Thread(
                () -> {
                  try {
                    files.add(MODEL.fetch(options));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(files).hasSize(8);
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void aKilledDownloadIsContinued() throws Exception {
    CountDownLatch killed = new CountDownLatch(1);
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1));
        StartedProgram program = started(serverThatStops(server, killed))) {
      Path part = cache.resolve("googlenet/googlenet_224x224_nv12.bin.part");
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while ((!Files.exists(part) || Files.size(part) < 90_000) && System.nanoTime() < end) {
        Thread.sleep(10);
      }
      ProcessHandle.of(program.pid()).orElseThrow().destroyForcibly();
      program.end();
      killed.countDown();
      Path file = MODEL.fetch(options(server).build());
      assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
      assertThat(server.ranges()).containsExactly("all", "bytes=90000-");
      assertThat(part).doesNotExist();
    }
  }

  private static TestServer serverThatStops(TestServer server, CountDownLatch killed) {
    return server.next(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", V1);
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 90_000);
          exchange.getResponseBody().flush();
          await(killed);
        });
  }

  private StartedProgram started(TestServer server) throws IOException {
    return StartedProgram.start(
        new ProcessBuilder(
            JavaProgram.command(
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                FetchProgram.class,
                server.url("zoo"),
                cache,
                MODEL.name())));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
