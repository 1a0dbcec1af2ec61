// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings from outside the program, and options from within. */
final class DownloadSettingsTest {
  private static DownloadSettings of(
      Map<String, String> properties, Map<String, String> variables) {
    return new DownloadSettings(properties::get, variables::get);
  }

  @Test
  void nothingIsSet() {
    DownloadSettings settings = of(Map.of(), Map.of("BPU4J_MODELS_URL", " "));
    assertThat(settings.baseUrl()).isEmpty();
    assertThat(settings.offline()).isFalse();
    assertThat(settings.allowHttp()).isFalse();
    assertThat(settings.proxy()).isEmpty();
  }

  @Test
  void propertiesComeBeforeVariables() {
    DownloadSettings settings =
        of(
            Map.of("bpu4j.models.url", "https://a.test/x", "bpu4j.models.offline", "false"),
            Map.of(
                "BPU4J_MODELS_URL", "https://b.test/",
                "BPU4J_MODELS_OFFLINE", "true",
                "BPU4J_MODELS_ALLOW_HTTP", "1",
                "BPU4J_MODELS_PROXY", "proxy.test:3128"));
    assertThat(settings.baseUrl()).contains(URI.create("https://a.test/x/"));
    assertThat(settings.offline()).isFalse();
    assertThat(settings.allowHttp()).isTrue();
    InetSocketAddress proxy =
        (InetSocketAddress)
            settings.proxy().orElseThrow().select(URI.create("https://a.test/")).get(0).address();
    assertThat(proxy.getHostString() + ":" + proxy.getPort()).isEqualTo("proxy.test:3128");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> of(Map.of("bpu4j.models.url", "x.test/f"), Map.of()).baseUrl())
        .hasMessageContaining("got 'x.test/f', expected the form https://");
    assertThatThrownBy(() -> of(Map.of("bpu4j.models.offline", "maybe"), Map.of()).offline())
        .hasMessage("bpu4j.models.offline: got 'maybe', expected true or false");
    assertThatThrownBy(() -> of(Map.of("bpu4j.models.proxy", "proxy"), Map.of()).proxy())
        .hasMessageContaining("expected the form proxy.example.com:8080");
    assertThatThrownBy(() -> DownloadOptions.builder().attempts(0))
        .hasMessage("attempts 0, expected 1..100");
    assertThatThrownBy(() -> DownloadOptions.builder().stallTimeout(Duration.ZERO))
        .hasMessageContaining("expected more than zero");
  }
}
