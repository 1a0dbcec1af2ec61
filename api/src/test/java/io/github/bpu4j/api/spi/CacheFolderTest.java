// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the cache is, by system and by what the user says. */
class CacheFolderTest {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private Path find(String os) throws IOException {
    properties.put("os.name", os);
    properties.put("user.home", "/home/ada");
    return CacheFolder.find(properties::get, variables::get);
  }

  @Test
  void isThePlatformsOwnFolder() throws IOException {
    assertThat(find("Linux")).isEqualTo(Path.of("/home/ada/.cache/bpu4j"));
    assertThat(find("Mac OS X")).isEqualTo(Path.of("/home/ada/Library/Caches/bpu4j"));
    assertThat(find("Windows 11")).isEqualTo(Path.of("/home/ada/AppData/Local/bpu4j"));
  }

  @Test
  void followsThePlatformsVariableWhenItIsAbsolute() throws IOException {
    variables.put("XDG_CACHE_HOME", "/var/cache/ada");
    variables.put("LOCALAPPDATA", "/data/local");
    assertThat(find("Linux")).isEqualTo(Path.of("/var/cache/ada/bpu4j"));
    assertThat(find("Windows 11")).isEqualTo(Path.of("/data/local/bpu4j"));
    variables.put("XDG_CACHE_HOME", "relative");
    assertThat(find("Linux")).isEqualTo(Path.of("/home/ada/.cache/bpu4j"));
  }

  @Test
  void isWhatTheUserSaysFirst() throws IOException {
    variables.put("BPU4J_CACHE_DIR", "/by/variable");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/variable"));
    properties.put("bpu4j.cache.dir", "/by/property");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/property"));
    properties.put("bpu4j.cache.dir", " ");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/variable"));
  }

  @Test
  void isNowhereForAUserWithoutAHome() {
    properties.put("os.name", "Linux");
    properties.put("user.home", "?");
    assertThatThrownBy(() -> CacheFolder.find(properties::get, variables::get))
        .isInstanceOf(IOException.class)
        .hasMessage("this user has no home folder (user.home is \"?\")");
  }
}
