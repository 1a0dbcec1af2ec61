// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the cache is, by system and by what the user says. */
class CacheFolderTest {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private Path find(String os) {
    properties.put("os.name", os);
    properties.put("user.home", "/home/ada");
    return CacheFolder.find(properties::get, variables::get);
  }

  @Test
  void isThePlatformsOwnFolder() {
    assertThat(find("Linux")).isEqualTo(Path.of("/home/ada/.cache/bpu4j"));
    assertThat(find("Mac OS X")).isEqualTo(Path.of("/home/ada/Library/Caches/bpu4j"));
    assertThat(find("Windows 11")).isEqualTo(Path.of("/home/ada/AppData/Local/bpu4j"));
  }

  @Test
  void followsThePlatformsVariableWhenItIsAbsolute() {
    variables.put("XDG_CACHE_HOME", "/var/cache/ada");
    variables.put("LOCALAPPDATA", "/data/local");
    assertThat(find("Linux")).isEqualTo(Path.of("/var/cache/ada/bpu4j"));
    assertThat(find("Windows 11")).isEqualTo(Path.of("/data/local/bpu4j"));
    variables.put("XDG_CACHE_HOME", "relative");
    assertThat(find("Linux")).isEqualTo(Path.of("/home/ada/.cache/bpu4j"));
  }

  @Test
  void isWhatTheUserSaysFirst() {
    variables.put("BPU4J_CACHE_DIR", "/by/variable");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/variable"));
    properties.put("bpu4j.cache.dir", "/by/property");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/property"));
    properties.put("bpu4j.cache.dir", " ");
    assertThat(find("Linux")).isEqualTo(Path.of("/by/variable"));
  }

  @Test
  void namesPlatformsAsTheJarDoes() {
    assertThat(NativeFolder.platform("Linux", "amd64")).isEqualTo("linux-x64");
    assertThat(NativeFolder.platform("Linux", "aarch64")).isEqualTo("linux-aarch64");
    assertThat(NativeFolder.platform("Mac OS X", "aarch64")).isEqualTo("osx-aarch64");
    assertThat(NativeFolder.platform("Windows 11", "amd64")).isEqualTo("win-x64");
  }
}
