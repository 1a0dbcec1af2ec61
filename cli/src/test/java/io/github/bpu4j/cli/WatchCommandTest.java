// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import io.github.bpu4j.testsupport.VideoClips;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bpu4j watch} on clips that ffmpeg decodes; no test depends on how fast it is. */
final class WatchCommandTest {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(\\d+) frames in [\\d.]+ s: (\\d+) answered \\([\\d.]+ per second\\),"
              + " (\\d+) dropped, (\\d+) failed");

  @TempDir private static Path clips;

  @TempDir private Path folder;

  @BeforeAll
  static void makeClips() throws Exception {
    if (VideoClips.isFfmpegInstalled()) {
      List<Path> pictures =
          List.of(CommandProcess.picture("chelsea.png"), CommandProcess.picture("coffee.png"));
      VideoClips.h264(pictures, 1, "320x240", clips.resolve("short.mp4"));
      VideoClips.h264(pictures, 60, "160x120", clips.resolve("long.mp4"));
    }
  }

  @BeforeEach
  void needsFfmpeg() {
    assumeTrue(VideoClips.isFfmpegInstalled(), "needs ffmpeg: apt-get install ffmpeg");
  }

  @Test
  void aLineForEachAnswerThatIsNewAndASummary() throws Exception {
    CommandProcess run =
        CommandProcess.run("watch", "--save-changes", folder, clips.resolve("short.mp4"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(run.out().lines().toList().get(0)).matches(" +0\\.000 s {2}0\\.\\d{4} {2}\\w.+");
    assertThat(run.out()).contains("  espresso\n");
    assertThat(run.err()).contains("short.mp4, 320x240, 30.00 fps; Ctrl-C ends");
    assertThat(requireAccounts(run.err(), 60)).isPositive();
    try (Stream<Path> saved = Files.list(folder)) {
      assertThat(saved.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.matches("\\d{8}-\\d{6}\\+\\d{6}\\.\\d{3}s-.+\\.annotated\\.png"))
          .anyMatch(name -> name.contains("-espresso"));
    }
  }

  @Test
  void aSmoothedStreamAnswersInOrderAndLeavesOutADeniedLabel() throws Exception {
    CommandProcess run =
        CommandProcess.run(
            "watch",
            "--json",
            "--smooth",
            "majority:200ms",
            "--deny",
            "espresso",
            "--top",
            2,
            "--locale",
            "zh",
            clips.resolve("short.mp4"));
    assertThat(run.exit()).as(run.err()).isZero();
    JsonSchema schema = JsonSchema.of("docs/json.md", "watch");
    long before = -1;
    for (String line : run.out().lines().toList()) {
      schema.check(line);
      long timestamp = Long.parseLong(JsonKeys.values(line).get("timestamp_us"));
      assertThat(timestamp).isGreaterThan(before).isLessThan(2_000_000);
      before = timestamp;
    }
    assertThat(run.out()).doesNotContain("\"espresso\"");
    assertThat(run.out().lines().count()).isEqualTo(requireAccounts(run.err(), 60));
  }

  @Test
  void rawFramesFromStandardInput() throws Exception {
    Path raw = folder.resolve("frames.yuv");
    VideoClips.run(
        List.of("-i", clips.resolve("short.mp4").toString(), "-f", "rawvideo", "-t", "0.5"), raw);
    ProcessBuilder builder = command("watch", "--raw", "i420:320x240", "--concurrency", 1, "-");
    builder.redirectInput(raw.toFile());
    ProgramRun run = ProgramRun.of(builder);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("watching standard input, raw I420, 320x240");
    requireAccounts(run.err(), 15);
    byte[] whole = Files.readAllBytes(raw);
    Files.write(raw, Arrays.copyOf(whole, whole.length - 1));
    ProgramRun cut =
        ProgramRun.of(new ProcessBuilder(builder.command()).redirectInput(raw.toFile()));
    assertThat(cut.exit()).isEqualTo(1);
    assertThat(cut.err()).contains("the stream ended after 115199 of the 115200 bytes of a frame");
    requireAccounts(cut.err(), 14);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void interruptionEndsTheCommandAndItsFfmpeg() throws Exception {
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(CommandProcess.command(Bpu4j.class, List.of(), "watch"));
    command.addAll(List.of("--json", clips.resolve("long.mp4").toString()));
    try (StartedProgram program = StartedProgram.start(new ProcessBuilder(command))) {
      await(program, () -> program.out().contains("timestamp_us"));
      List<ProcessHandle> children =
          ProcessHandle.of(program.pid()).orElseThrow().descendants().toList();
      assertThat(children).hasSize(1);
      signalGroup(program); // the terminal sends it to ffmpeg too
      ProgramRun run = program.end(Duration.ofSeconds(60));
      assertThat(run.exit()).as(run.err()).isEqualTo(130);
      assertThat(run.err()).contains("bpu4j: interrupted; ").doesNotContain("ffmpeg", "lost");
      assertThat(requireAccounts(run.err())).isEqualTo(run.out().lines().count());
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStreamThatEndsIsOpenedAgainAndBothAreTold() throws Exception {
    Path clip = folder.resolve("clip.ts");
    VideoClips.run(List.of("-i", clips.resolve("long.mp4").toString(), "-c:v", "mpeg2video"), clip);
    HttpServer server = serve(clip);
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(CommandProcess.command(Bpu4j.class, List.of(), "watch"));
    command.add("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (StartedProgram program = StartedProgram.start(new ProcessBuilder(command))) {
      await(program, () -> program.err().contains("opened again: http://127.0.0.1:"));
      interrupt(Long.toString(program.pid()));
      ProgramRun run = program.end(Duration.ofSeconds(60));
      assertThat(run.exit()).as(run.err()).isEqualTo(130);
      assertThat(run.err()).contains("bpu4j: lost: ", "; trying again in 500 ms\n");
      assertThat(run.err()).doesNotContain("WARN");
    } finally {
      server.stop(0);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReaderThatLeavesEndsIt() throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"));
    command.addAll(CommandProcess.command(Bpu4j.class, List.of(), "watch"));
    command.addAll(List.of("--json", clips.resolve("long.mp4").toString()));
    ProgramRun run = ProgramRun.of(new ProcessBuilder(command), Duration.ofSeconds(50));
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).doesNotContain("Broken pipe", "\tat ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldOnceAndTheStreamGoesOn() throws Exception {
    CommandProcess.run("classify", CommandProcess.picture("chelsea.png")); // fills the cache
    CommandProcess run =
        CommandProcess.onFullDisk("watch", "--save-changes", folder, clips.resolve("short.mp4"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .containsOnlyOnce("--save-changes: ")
        .contains("cannot be written to " + folder + ": File too large; the stream goes on");
    requireAccounts(run.err(), 60);
    assertThat(folder).isEmptyDirectory();
  }

  private static long requireAccounts(String err, long offered) {
    Matcher summary = SUMMARY.matcher(err);
    assertThat(summary.find()).as(err).isTrue();
    assertThat(Long.parseLong(summary.group(1))).isEqualTo(offered);
    return requireAccounts(err);
  }

  /** Returns how many frames were answered. */
  private static long requireAccounts(String err) {
    Matcher summary = SUMMARY.matcher(err);
    assertThat(summary.find()).as(err).isTrue();
    long answered = Long.parseLong(summary.group(2));
    assertThat(answered + Long.parseLong(summary.group(3)))
        .isEqualTo(Long.parseLong(summary.group(1)));
    assertThat(summary.group(4)).isEqualTo("0");
    return answered;
  }

  private static ProcessBuilder command(Object... arguments) {
    return new ProcessBuilder(CommandProcess.command(Bpu4j.class, List.of(), arguments));
  }

  private static HttpServer serve(Path file) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = Files.readAllBytes(file);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(StartedProgram program, Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      assertThat(program.isAlive()).as(program.err()).isTrue();
      assertThat(System.nanoTime() - end).as(program.err()).isNegative();
      Thread.sleep(20);
    }
  }

  private static void signalGroup(StartedProgram program) throws Exception {
    interrupt("-" + program.pid());
  }

  private static void interrupt(String target) throws Exception {
    ProgramRun.of(new ProcessBuilder("kill", "-INT", "--", target)).outOfSuccess();
  }
}
