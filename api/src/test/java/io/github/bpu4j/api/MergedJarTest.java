// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import org.junit.jupiter.api.Test;

final class MergedJarTest {
  private static final URL APP = url("file:/app.jar");

  @Test
  void oneJarIsTold() {
    assertThat(MergedJar.remark(APP, APP, 1))
        .startsWith("; this program is one jar (file:/app.jar)")
        .contains("META-INF/services/io.github.bpu4j.api.spi.InferenceRuntime");
  }

  @Test
  void oneJarThatHoldsTwoRuntimesLostNone() {
    assertThat(MergedJar.remark(APP, APP, 2)).isEmpty();
  }

  @Test
  void separateJarsAreNot() {
    assertThat(MergedJar.remark(url("file:/api.jar"), url("file:/slf4j.jar"), 1)).isEmpty();
    assertThat(MergedJar.remark(null, null, 1)).isEmpty();
    assertThat(MergedJar.remark()).as("this test").isEmpty();
  }

  private static URL url(String text) {
    try {
      return new URL(text);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
