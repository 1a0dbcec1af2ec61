// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static io.github.bpu4j.models.download.DownloadFixture.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.models.download.TestServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the connection breaks, the download ends with the whole file or a clear error. */
final class CutDownloadTest {
  private static final byte[] CONTENT = DownloadFixture.content(1);
  private static final String V1 = "\"v1\"";

  @TempDir private Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new DownloadFixture(folder);
  }

  static Stream<Arguments> places() {
    return Stream.of(
        place("before an answer", List.of("all", "all"), Answers.noAnswer()),
        place("after the headers", List.of("all", "all"), cut(0)),
        place("after one byte", List.of("all", "bytes=1-"), cut(1)),
        place("at the end of a buffer", List.of("all", "bytes=16384-"), cut(16384)),
        place("in the middle", List.of("all", "bytes=50000-"), cut(50000)),
        place("before the last byte", List.of("all", "bytes=99999-"), cut(LENGTH - 1)),
        place("in chunks, before the first", List.of("all", "all"), chunks(0)),
        place("in chunks, in the middle", List.of("all", "all"), chunks(50000)),
        place("in chunks, after the last", List.of("all", "all"), chunks(LENGTH)),
        place("in the rest", List.of("all", "bytes=500-", "bytes=1500-"), cut(500), cut(1000)),
        place(
            "before the rest",
            List.of("all", "bytes=500-", "bytes=500-"),
            cut(500),
            Answers.noAnswer()),
        place(
            "behind a redirect",
            List.of("all", "all", "all"),
            Answers.status(302, "Location", "/other"),
            Answers.noAnswer()),
        place(
            "more often than failures in a row are allowed",
            List.of("all", "bytes=9-", "bytes=18-", "bytes=27-", "bytes=36-"),
            cut(9),
            cut(9),
            cut(9),
            cut(9)),
        place(
            "by a server in trouble",
            List.of("all", "bytes=7-", "bytes=7-"),
            cut(7),
            Answers.status(503, "Retry-After", "0")));
  }

  private static Arguments place(String name, List<String> ranges, Answer... answers) {
    return Arguments.of(name, ranges, answers);
  }

  private static Answer cut(int after) {
    return Answers.cut(CONTENT, V1, after);
  }

  private static Answer chunks(int after) {
    return Answers.cutChunked(CONTENT, after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void aCutIsMended(String name, List<String> ranges, Answer... answers) throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(answers);
      fixture.succeeds(fixture.pinned(server, CONTENT), fixture.options().build(), CONTENT);
      assertThat(server.ranges()).isEqualTo(ranges);
    }
  }

  @Test
  void aServerThatAlwaysCutsIsGivenUp() throws IOException {
    try (TestServer server = TestServer.plain(Answers.cut(CONTENT, "W/\"weak\"", 5000))) {
      String message = fixture.fails(fixture.pinned(server, CONTENT), fixture.options().build());
      assertThat(message).contains("the connection broke", "gave up after 3 tries");
      assertThat(server.ranges()).containsExactly("all", "all", "all");
      assertThat(fixture.notes).hasSize(2).allMatch(note -> note.contains("trying again in"));
    }
  }

  @Test
  void aLaterRunContinuesWhatIsThere() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(cut(60000));
      Wanted wanted = fixture.pinned(server, CONTENT);
      fixture.fails(wanted, fixture.options().attempts(1).build());
      assertThat(fixture.names()).containsExactly("model.bin.part", "model.bin.part.origin");
      fixture.succeeds(wanted, fixture.options().build(), CONTENT);
      assertThat(server.ranges()).containsExactly("all", "bytes=60000-");
      Transfer last = fixture.transfers.get(fixture.transfers.size() - 1);
      assertThat(last.resumed()).isEqualTo(60000);
      assertThat(last.received()).isEqualTo(LENGTH);
    }
  }

  @Test
  void aWholePartIsOnlyChecked() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      Wanted wanted = fixture.pinned(server, CONTENT);
      new Download(wanted, fixture.options().build()).run();
      fixture.succeeds(wanted, fixture.options().build(), CONTENT);
      assertThat(server.ranges()).containsExactly("all");
    }
  }

  @Test
  void aDamagedNoteOnTheOriginStartsAgain() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(cut(60000));
      Wanted wanted = fixture.pinned(server, CONTENT);
      fixture.fails(wanted, fixture.options().attempts(1).build());
      Files.write(folder.resolve("model.bin.part.origin"), new byte[] {(byte) 0xff, 10, 10, 10, 0});
      fixture.succeeds(wanted, fixture.options().build(), CONTENT);
      assertThat(server.ranges()).containsExactly("all", "all");
    }
  }

  @Test
  void anotherAddressStartsAgain() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1));
        TestServer mirror = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(cut(60000));
      fixture.fails(fixture.pinned(server, CONTENT), fixture.options().attempts(1).build());
      fixture.succeeds(fixture.pinned(mirror, CONTENT), fixture.options().build(), CONTENT);
      assertThat(mirror.ranges()).containsExactly("all");
    }
  }
}
