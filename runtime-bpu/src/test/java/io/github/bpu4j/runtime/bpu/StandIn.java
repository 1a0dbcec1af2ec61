// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubLive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The stand-in libdnn.so with its shipped models, as this module's tests use it. */
final class StandIn {
  static final String RESNET18 = "resnet18_224x224_nv12";
  static final String TINY = "tiny_48x32_nv12";
  static final String NARROW = "narrow_50x34_nv12";

  /** Longer than anything takes that does not hang, even on an emulated processor. */
  static final Duration AMPLE = Duration.ofSeconds(60);

  private static final Path MODELS = folder();

  private StandIn() {}

  /** The control of the stand-in, with defaults: no faults, no model, and no time on the core. */
  static StubControl reset() {
    StubControl control = NativeStubs.control();
    control.reset();
    control.timing(Duration.ZERO, Duration.ZERO);
    return control;
  }

  static BpuRuntime runtime() {
    return new BpuRuntime(options());
  }

  /** A short grace, so that tests need not wait for quarantined memory. */
  static BpuOptions options() {
    return BpuOptions.defaults()
        .withLibrary(NativeStubs.library())
        .withQuarantineGrace(Duration.ofMillis(1));
  }

  static Path file(String model) {
    try {
      return NativeStubs.unpackModel(model, MODELS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClassificationModel open(String model) {
    return runtime().load(file(model), LoadOptions.defaults());
  }

  /** Nothing alive and no rule broken since {@link #reset}. */
  static void assertClean() {
    StubControl control = NativeStubs.control();
    StubLive live = control.live();
    assertThat(live.isEmpty()).as(live.toString()).isTrue();
    assertThat(control.misuse()).as(control.message()).isEmpty();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("bpu4j-models");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
