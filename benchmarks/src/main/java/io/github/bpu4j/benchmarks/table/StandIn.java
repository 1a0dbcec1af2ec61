// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.runtime.bpu.BpuOptions;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The stand-in libdnn.so of this process, used through the real native path. */
public final class StandIn {
  /** The bundled model with the published answer, shape and times of ResNet18. */
  public static final String RESNET18 = "resnet18_224x224_nv12";

  /** Milliseconds per picture on the BPU, from the published 448.79 pictures per second. */
  static final double SERVICE_MS = 2.228;

  /** Milliseconds of the published single-thread latency that are outside the BPU. */
  static final double OUTSIDE_MS = 0.72;

  private StandIn() {}

  /** A runtime on the stand-in. */
  public static BpuRuntime runtime() {
    return new BpuRuntime(BpuOptions.defaults().withLibrary(NativeStubs.library()));
  }

  /** The file of {@link #RESNET18}. */
  public static Path resnet18() {
    return model(RESNET18, null);
  }

  /** A 224x224 model whose scores depend on the picture. */
  static Path withClasses(int classes) {
    return model(
        "classes" + classes,
        """
        bpu4j-stub-model 1
        model classes%1$d
        input data
          valid 1 3 224 224
        output prob
          valid 1 %1$d 1 1
        """
            .formatted(classes));
  }

  /** Sets how long a task takes on the BPU and outside it, from now on. */
  public static void timing(double serviceMs, double outsideMs) {
    NativeStubs.control().timing(nanos(serviceMs), nanos(outsideMs));
  }

  /** A classifier on the stand-in, on its real native path. */
  static Classifier open(Path model, int inFlight) {
    return Classifier.builder().model(model).runtime(runtime()).concurrency(inFlight).open();
  }

  /** Returns the maximum of pictures per second for a BPU with these times. */
  static double ceiling(double serviceMs, double outsideMs, int inFlight) {
    return 1000 * Math.min(1 / serviceMs, inFlight / (serviceMs + outsideMs));
  }

  private static Duration nanos(double millis) {
    return Duration.ofNanos(Math.round(millis * 1e6));
  }

  private static Path model(String name, @Nullable String description) {
    try {
      Path folder = Files.createTempDirectory("bpu4j-models");
      folder.toFile().deleteOnExit();
      Path file =
          description == null
              ? NativeStubs.unpackModel(name, folder)
              : Files.writeString(folder.resolve(name + ".bin"), description);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("writing the description of " + name, e);
    }
  }
}
