// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.StartedProgram;
import io.github.bpu4j.testsupport.VideoClips;
import io.github.bpu4j.video.VideoException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** ffmpeg is killed, falls silent or loses its server, and always ends with its source. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class LostSourceTest {
  @TempDir Path folder;

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final VideoEvents recorder =
      new VideoEvents() {
        @Override
        public void lost(VideoException failure, Duration retryIn) {
          events.add("lost " + failure.reason() + " " + retryIn.toMillis());
        }

        @Override
        public void found(VideoInfo info) {
          events.add("found " + info.layout().width());
        }
      };

  @BeforeEach
  void needsFfmpeg() {
    assumeTrue(VideoClips.isFfmpegInstalled(), "needs ffmpeg: apt-get install ffmpeg");
  }

  /** Ten minutes of a small test picture. */
  private Path longClip() throws Exception {
    Path clip = folder.resolve("long.ts");
    if (!Files.exists(clip)) {
      VideoClips.run(
          List.of("-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=600", "-c:v", "mpeg2video"), clip);
    }
    return clip;
  }

  private static void read(VideoSource source, int frames) throws IOException {
    for (int i = 0; i < frames; i++) {
      VideoFrame frame = source.next();
      assertThat(frame).as("frame %d", i).isNotNull();
      frame.release();
    }
  }

  @Test
  void killingFfmpegInAFileIsAnErrorAndNotItsEnd() throws Exception {
    try (VideoSource source = VideoSource.open(longClip().toString())) {
      read(source, 5);
      FfmpegProcesses.kill();
      assertThatExceptionOfType(VideoException.class)
          .isThrownBy(() -> read(source, 1000))
          .withMessageContaining("ffmpeg was killed by signal 9 after ")
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
      assertThat(source.next()).isNull();
    }
  }

  @Test
  void aLiveSourceIsOpenedAgainAfterFfmpegWasKilled() throws Exception {
    HttpServer server = serve(longClip());
    try (VideoSource source = VideoSource.builder(address(server)).events(recorder).open()) {
      assertThat(source.info().live()).isTrue();
      read(source, 5);
      FfmpegProcesses.kill();
      FfmpegProcesses.await("the second connection", () -> readUntil(source, "found 64"));
      read(source, 5);
      assertThat(events).containsExactly("lost INTERRUPTED 500", "found 64");
    } finally {
      server.stop(0);
    }
    assertThat(FfmpegProcesses.running()).isEmpty();
  }

  private boolean readUntil(VideoSource source, String event) {
    try {
      read(source, 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return events.contains(event);
  }

  @Test
  void aServerThatFallsSilentIsLostAndAGoneOneIsTriedAgainUntilClose() throws Exception {
    HttpServer server = serve(longClip(), 200_000);
    VideoSource source =
        VideoSource.builder(address(server)).events(recorder).silence(Duration.ofSeconds(2)).open();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (VideoFrame f = source.next(); f != null; f = source.next()) {
                  f.release();
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    FfmpegProcesses.await("silence", () -> events.contains("lost NO_ANSWER 500"));
    server.stop(0);
    FfmpegProcesses.await(
        "a longer pause", () -> events.stream().anyMatch(event -> event.matches("lost .* 1000")));
    source.close();
    reading.get();
    assertThat(FfmpegProcesses.running()).isEmpty();
  }

  @Test
  void closingEndsFfmpegAlsoBehindAScript() throws Exception {
    Path script = folder.resolve("ffmpeg.sh");
    Files.writeString(script, "#!/bin/sh\n\"" + VideoClips.ffmpeg() + "\" \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    VideoSource source = VideoSource.builder(longClip().toString()).ffmpeg(script).open();
    read(source, 2);
    assertThat(FfmpegProcesses.running()).isNotEmpty();
    source.close();
    source.close();
    assertThat(source.next()).isNull();
    FfmpegProcesses.await("the end of ffmpeg", () -> FfmpegProcesses.running().isEmpty());
  }

  @Test
  void ffmpegEndsWhenTheJvmIsKilled() throws Exception {
    ProcessBuilder reader =
        new ProcessBuilder(
            JavaProgram.command(List.of("-Xmx64m"), EndlessReader.class, longClip()));
    try (StartedProgram program = StartedProgram.conversing(reader)) {
      ProcessHandle ffmpeg =
          ProcessHandle.of(Long.parseLong(program.reader().readLine())).orElseThrow();
      assertThat(ffmpeg.isAlive()).isTrue();
      assertThat(ProcessHandle.of(program.pid()).orElseThrow().destroyForcibly()).isTrue();
      FfmpegProcesses.await("the end of ffmpeg", () -> !ffmpeg.isAlive());
    }
  }

  /** Reads a clip and prints the process that decodes it. */
  static final class EndlessReader {
    private EndlessReader() {}

    public static void main(String[] arguments) throws IOException {
      try (VideoSource source = VideoSource.open(arguments[0])) {
        read(source, 1);
        System.out.println(FfmpegProcesses.running().get(0).pid());
        read(source, Integer.MAX_VALUE);
      }
    }
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/live.ts";
  }

  private static HttpServer serve(Path clip) throws IOException {
    return serve(clip, Integer.MAX_VALUE);
  }

  /** Serves a clip piece by piece, and after some bytes nothing more, with the connection open. */
  private static HttpServer serve(Path clip, int bytes) throws IOException {
    byte[] content = Files.readAllBytes(clip);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext(
        "/live.ts",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          for (int at = 0; at < content.length && at < bytes; at += 18_800) {
            body.write(content, at, Math.min(18_800, content.length - at));
            body.flush();
            pause(20);
          }
          pause(TimeUnit.MINUTES.toMillis(1));
        });
    server.start();
    return server;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
