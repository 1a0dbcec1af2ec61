// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static io.github.bpu4j.cli.watch.page.Bulletin.Reception.ACCEPTED;
import static io.github.bpu4j.cli.watch.page.Bulletin.Reception.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulletinTest {
  private static final PageLimits TWO_VIEWERS =
      new PageLimits(2, 8, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ZERO);

  private long now = Long.MAX_VALUE - 1;
  private final Bulletin bulletin = new Bulletin(TWO_VIEWERS, () -> now, 41);
  private final List<String> received = new ArrayList<>();

  private Bulletin.Reception read(String viewer, int known) {
    return bulletin.read(
        viewer,
        known,
        state -> received.add(viewer + ":" + new String(state, StandardCharsets.UTF_8)));
  }

  private void publish(String state) {
    bulletin.publish(state.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void answersAtOnceWhatIsNewAndHoldsWhatIsKnown() {
    publish("first");

    read("a", -1);
    assertThat(received).containsExactly("a:first");
    read("a", 42);
    assertThat(received).hasSize(1);
    assertThat(bulletin.nextSequence()).isEqualTo(43);
    publish("second");
    assertThat(received).containsExactly("a:first", "a:second");
    publish("third");
    assertThat(received).hasSize(2);
  }

  @Test
  void holdsEveryoneBeforeTheFirstState() {
    read("a", -1);
    read("b", 7);
    assertThat(received).isEmpty();
    publish("first");
    assertThat(received).containsExactlyInAnyOrder("a:first", "b:first");
  }

  @Test
  void aViewerHasOneRequestOnly() {
    publish("first");
    for (int i = 0; i < 5; i++) {
      read("a", 42);
    }
    assertThat(received).containsOnly("a:first").hasSize(4);
    publish("second");
    assertThat(received).hasSize(5);
  }

  @Test
  void answersAnOlderRequestOfAViewerThatStartsAnew() {
    publish("first");
    read("a", 42);
    read("a", -1);
    assertThat(received).containsExactly("a:first", "a:first");
    publish("second");
    assertThat(received).hasSize(2);
  }

  @Test
  void aPlaceIsFreeWhenItsViewerHasGone() {
    publish("first");
    assertThat(read("a", -1)).isEqualTo(ACCEPTED);
    assertThat(read("b", -1)).isEqualTo(ACCEPTED);
    assertThat(read("c", -1)).isEqualTo(FULL);
    assertThat(read("a", -1)).isEqualTo(ACCEPTED);
    assertThat(bulletin.viewers()).isEqualTo(2);

    now += Duration.ofSeconds(5).toNanos() + 1;
    assertThat(bulletin.viewers()).isZero();
    assertThat(read("c", -1)).isEqualTo(ACCEPTED);
  }

  @Test
  void isWatchedForALease() {
    assertThat(bulletin.isWatched()).isFalse();
    read("a", -1);
    assertThat(bulletin.isWatched()).isTrue();
    now += Duration.ofSeconds(5).toNanos();
    assertThat(bulletin.isWatched()).isFalse();
    bulletin.touch();
    assertThat(bulletin.isWatched()).isTrue();
    assertThat(bulletin.viewers()).isEqualTo(1); // its request still waits
  }
}
