// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.junit.jupiter.api.Test;

final class MergedJarTest {
  @Test
  void oneJarIsTold() throws Exception {
    assertThat(MergedJar.remark(new URL("file:/app.jar"), new URL("file:/app.jar")))
        .startsWith("; this program is one jar (file:/app.jar)")
        .contains("META-INF/services/io.github.bpu4j.api.spi.InferenceRuntime");
  }

  @Test
  void separateJarsAreNot() throws Exception {
    assertThat(MergedJar.remark(new URL("file:/api.jar"), new URL("file:/slf4j.jar"))).isEmpty();
    assertThat(MergedJar.remark(null, null)).isEmpty();
    assertThat(MergedJar.remark()).as("this test").isEmpty();
  }
}
