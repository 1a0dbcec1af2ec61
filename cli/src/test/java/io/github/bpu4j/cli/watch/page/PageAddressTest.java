// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "::1", "127.9.9.9"})
  void loopbackNeedsNoToken(String host) {
    assertThat(PageAddress.of(host, 8080, Optional.empty()))
        .isEqualTo(new PageAddress(host, 8080, Optional.empty()));
  }

  @Test
  void whatOtherMachinesReachGetsARandomToken() {
    Optional<String> first = PageAddress.of("0.0.0.0", 8080, Optional.empty()).token();
    Optional<String> second = PageAddress.of("0.0.0.0", 8080, Optional.empty()).token();

    assertThat(first).hasValueSatisfying(token -> assertThat(token).matches("[0-9a-f]{32}"));
    assertThat(second).isPresent().isNotEqualTo(first);
    assertThat(PageAddress.of("::", 8080, Optional.empty()).token()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1"})
  void aGivenTokenIsKept(String host) {
    Optional<String> token = Optional.of("let-me-in");

    assertThat(PageAddress.of(host, 80, token).token()).isEqualTo(token);
  }

  @Test
  void anOpenAddressWithoutATokenIsRefused() {
    assertThatThrownBy(() -> new PageAddress("0.0.0.0", 8080, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0.0.0.0 is reached by other machines, so its page needs a token");
  }

  @Test
  void unknownHostsAndPortsAreNamed() {
    assertThatThrownBy(() -> PageAddress.of("no such host", 80, Optional.empty()))
        .hasMessageContaining("unknown host 'no such host'");
    assertThatThrownBy(() -> PageAddress.of("localhost", 65536, Optional.empty()))
        .hasMessageContaining("port 65536, expected 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "semi;colon", "with space", "line\nbreak"})
  void tokensThatACookieCannotHoldAreRefusedWithoutShowingThem(String token) {
    assertThatThrownBy(() -> PageAddress.of("localhost", 80, Optional.of(token)))
        .hasMessageContaining("8 to 128 letters")
        .hasMessageNotContaining(token);
  }
}
