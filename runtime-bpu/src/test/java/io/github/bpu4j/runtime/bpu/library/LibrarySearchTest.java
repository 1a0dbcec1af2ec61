// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LibrarySearchTest {
  private static final Map<String, String> PROPERTY = Map.of("bpu4j.dnn.library", "/p/libdnn.so");
  private static final Map<String, String> VARIABLE = Map.of("BPU4J_DNN_LIBRARY", "/v/libdnn.so");

  @Test
  void looksInTheUsualPlacesWhenNothingIsNamed() {
    LibrarySearch search = search(null, Map.of(), Map.of());
    assertThat(search.candidates())
        .containsExactly("libdnn.so", "/usr/lib/libdnn.so", "/usr/hobot/lib/libdnn.so");
    assertThat(search.isNamed()).isFalse();
  }

  @Test
  void takesTheNamedLibraryAlone() {
    assertThat(search("/b/libdnn.so", PROPERTY, VARIABLE).candidates())
        .containsExactly("/b/libdnn.so");
    assertThat(search(null, PROPERTY, VARIABLE).candidates()).containsExactly("/p/libdnn.so");
    assertThat(search(null, Map.of(), VARIABLE).candidates()).containsExactly("/v/libdnn.so");
  }

  @Test
  void saysWhoNamedIt() {
    assertThat(search("/b/libdnn.so", PROPERTY, VARIABLE).namedBy()).contains("BpuOptions.library");
    assertThat(search(null, PROPERTY, VARIABLE).namedBy()).contains("bpu4j.dnn.library");
    assertThat(search(null, Map.of(), VARIABLE).namedBy()).contains("BPU4J_DNN_LIBRARY");
  }

  @Test
  void takesABlankValueForNone() {
    assertThat(search("", Map.of("bpu4j.dnn.library", " "), VARIABLE).candidates())
        .containsExactly("/v/libdnn.so");
  }

  private static LibrarySearch search(
      String explicit, Map<String, String> properties, Map<String, String> environment) {
    return LibrarySearch.of(explicit, properties::get, environment::get);
  }
}
