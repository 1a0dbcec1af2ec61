// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A converter that has seen the largest picture allocates next to nothing for any other. */
final class EncodedSteadyStateTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long KILOBYTE = 1024;
  private static final List<String> FILES =
      List.of(
          "jpeg_420.jpg",
          "jpeg_444_prog.jpg",
          "exif_6.jpg",
          "jpeg_422.jpg",
          "exif_3.jpg",
          "jpeg_440.jpg",
          "jpeg_420_odd.jpg",
          "jpeg_rst.jpg",
          "jpeg_rgb_adobe0.jpg");

  private final Nv12Buffer target = Nv12Buffer.allocate(224, 224);

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "NEAREST"})
  void underAKilobyteAPictureOfChangingSizes(Interpolation interpolation) throws IOException {
    Nv12Converter converter =
        new Nv12Converter(Preprocessing.vendorSample().withInterpolation(interpolation), 224, 224);
    List<Path> paths = FILES.stream().map(GoldenVectors::file).toList();
    List<byte[]> encoded = new ArrayList<>();
    for (Path path : paths) {
      encoded.add(Files.readAllBytes(path));
    }
    long ofBytes =
        fewestBytes(
            () -> {
              for (byte[] file : encoded) {
                converter.convert(file, DecodeLimits.defaults(), target);
              }
            });
    long ofFiles =
        fewestBytes(
            () -> {
              for (Path path : paths) {
                converter.convert(path, DecodeLimits.defaults(), target);
              }
            });
    assertThat(ofBytes / FILES.size()).isLessThan(KILOBYTE);
    assertThat(ofFiles / FILES.size()).isLessThan(KILOBYTE);
  }

  /** The least that a call allocates; one may also link code. */
  private static long fewestBytes(Conversion conversion) throws IOException {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      conversion.run();
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }

  /** Writes the target. */
  @FunctionalInterface
  private interface Conversion {
    void run() throws IOException;
  }
}
