// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Once a decoder has seen the largest picture, pictures of any size and kind allocate nothing. */
final class SteadyStateTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/img");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Less than the smallest array of the decoder; the test's own loops may be counted. */
  private static final long NOTHING = 256;

  private final JpegDecoder decoder = new JpegDecoder();
  private final int[] columns = new int[64];
  private final int[][] out = new int[3][columns.length];
  private final List<byte[]> files = new ArrayList<>();
  private final List<boolean[]> rows = new ArrayList<>();

  @Test
  void allocatesNothing() throws IOException {
    for (String name :
        List.of(
            "jpeg_420.jpg",
            "jpeg_444_prog.jpg",
            "exif_6.jpg",
            "jpeg_422.jpg",
            "jpeg_440.jpg",
            "jpeg_420_odd.jpg",
            "jpeg_rst.jpg",
            "jpeg_rgb_adobe0.jpg")) {
      byte[] file = Files.readAllBytes(FOLDER.resolve(name));
      files.add(file);
      rows.add(new boolean[decoder.open(file, file.length).height()]);
    }
    rows.forEach(wanted -> Arrays.fill(wanted, true));
    decodeAll();
    decodeAll();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    decodeAll();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes / files.size()).isLessThan(NOTHING);
  }

  private void decodeAll() throws ImageDecodeException {
    for (int i = 0; i < files.size(); i++) {
      decode(files.get(i), rows.get(i));
    }
  }

  private void decode(byte[] file, boolean[] wanted) throws ImageDecodeException {
    JpegHeader header = decoder.open(file, file.length);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i * header.width() / columns.length;
    }
    decoder.start(columns, columns.length, wanted, DecodeLimits.defaults());
    for (int y = 0; y < wanted.length; y += 2) {
      decoder.row(y, out);
    }
    decoder.finish();
    decoder.close();
  }
}
