// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** What the tests of downloads share: contents, a target, short times, a listener. */
final class DownloadFixture {
  static final int LENGTH = 100_000;

  final List<Transfer> transfers = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  private final Path folder;

  DownloadFixture(Path folder) {
    this.folder = folder;
  }

  static byte[] content(int seed) {
    byte[] bytes = new byte[LENGTH];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  String sha256(byte[] content) throws IOException {
    Path file = Files.write(Files.createTempFile("bpu4j", ".bin"), content);
    try {
      return Sha256.of(file);
    } finally {
      Files.delete(file);
    }
  }

  DownloadOptions.Builder options() {
    return DownloadOptions.builder()
        .allowHttp(true)
        .attempts(3)
        .firstPause(Duration.ofMillis(1))
        .stallTimeout(Duration.ofSeconds(10))
        .listener(
            new DownloadListener() {
              @Override
              public void progress(Transfer transfer) {
                transfers.add(transfer);
              }

              @Override
              public void note(String message) {
                notes.add(message);
              }
            });
  }

  Path target() {
    return folder.resolve("model.bin");
  }

  Wanted pinned(TestServer server, byte[] content) throws IOException {
    return new Wanted(
        server.url("f/model.bin"),
        target(),
        OptionalLong.of(content.length),
        Optional.of(sha256(content)));
  }

  Wanted unpinned(TestServer server) {
    return new Wanted(server.url("f/model.bin"), target(), OptionalLong.empty(), Optional.empty());
  }

  /** Downloads and requires the whole right file, with nothing else in the folder. */
  void succeeds(Wanted wanted, DownloadOptions options, byte[] content) throws IOException {
    CompletePart part = new Download(wanted, options).run();
    assertThat(wanted.target()).doesNotExist();
    part.publish();
    assertThat(Files.readAllBytes(wanted.target())).isEqualTo(content);
    assertThat(part.bytes()).isEqualTo(content.length);
    assertThat(part.sha256()).isEqualTo(sha256(content));
    assertThat(names()).containsExactly("model.bin");
  }

  /** Requires a failure with nothing under the final name; returns its message. */
  String fails(Wanted wanted, DownloadOptions options) {
    try {
      new Download(wanted, options).run();
    } catch (IOException e) {
      assertThat(e).isInstanceOf(DownloadException.class);
      assertThat(wanted.target()).doesNotExist();
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("it did not fail");
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
