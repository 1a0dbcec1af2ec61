// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static io.github.bpu4j.preprocess.sweep.JpegSurgery.at;
import static io.github.bpu4j.preprocess.sweep.JpegSurgery.next;
import static io.github.bpu4j.preprocess.sweep.JpegSurgery.repeat;
import static io.github.bpu4j.preprocess.sweep.JpegSurgery.replace;
import static io.github.bpu4j.preprocess.sweep.JpegSurgery.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.sweep.Markers.Marker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that miss something are refused; files with something too much that harms nothing are read.
 */
final class DamagedJpegTest {
  private static final JpegPlan PLAN = JpegPlan.plain(Scene.PHOTO, 1, 100, 75, Sampling.S420);
  private static final byte[] PLAIN = JpegFile.of(PLAN);
  private static final byte[] RESTARTING = JpegFile.of(PLAN.withRestart(3));
  private static final byte[] PROGRESSIVE = JpegFile.of(PLAN.withCoding(Coding.PROGRESSIVE));
  private static final byte[] SEPARATE = JpegFile.of(PLAN.withCoding(Coding.SEPARATE));

  private final Ways ways = new Ways();

  static Stream<String> damaged() {
    return damages().keySet().stream();
  }

  static Stream<String> sound() {
    return oddities().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void isRefused(String what) {
    byte[] file = damages().get(what);
    assertThatThrownBy(() -> ways.nv12(file)).isInstanceOf(ImageDecodeException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void isRead(String what) throws ImageDecodeException {
    byte[] expected = ways.nv12(PLAIN);
    assertThat(ways.nv12(oddities().get(what))).isEqualTo(expected);
  }

  private static Map<String, byte[]> damages() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ends(files);
    restarts(files);
    headers(files);
    scans(files);
    return files;
  }

  private static void ends(Map<String, byte[]> files) {
    int end = PLAIN.length - 2;
    int half = (at(PLAIN, 0, m -> m.code() == Markers.SOS) + end) / 2;
    files.put("no end marker", Arrays.copyOf(PLAIN, end));
    files.put("half an end marker", Arrays.copyOf(PLAIN, end + 1));
    files.put("half the scan", Arrays.copyOf(PLAIN, half));
    files.put("half the scan and an end marker", replace(PLAIN, half, end));
    files.put("half the scan, stray bytes and an end marker", replace(PLAIN, half, end, 0, 18, 52));
    files.put("the last bytes of the scan lost", replace(PLAIN, end - 3, end));
  }

  private static void restarts(Map<String, byte[]> files) {
    int first = at(RESTARTING, 1, Marker::isRestart);
    int second = at(RESTARTING, 2, Marker::isRestart);
    files.put("a restart marker lost", replace(RESTARTING, first, first + 2));
    files.put(
        "a restart marker of another number", replace(RESTARTING, first + 1, first + 2, 0xD6));
    files.put("a piece between restarts lost", replace(RESTARTING, first, second));
    files.put("a piece between restarts twice", repeat(RESTARTING, first, second, first));
    files.put("an empty piece between restarts", replace(RESTARTING, first + 2, second));
    int interval = at(RESTARTING, 0, m -> m.code() == 0xDD);
    files.put("restarts unannounced", replace(RESTARTING, interval, interval + 6));
  }

  private static void headers(Map<String, byte[]> files) {
    int frame = at(PLAIN, 0, Marker::isFrame);
    int scan = at(PLAIN, 0, m -> m.code() == Markers.SOS);
    int quantization = at(PLAIN, 0, m -> m.code() == Markers.DQT);
    int huffman = at(PLAIN, 0, m -> m.code() == Markers.DHT);
    files.put("more rows than the scan has", replace(PLAIN, frame + 6, frame + 7, 75 + 16));
    files.put("fewer rows than the scan has", replace(PLAIN, frame + 6, frame + 7, 75 - 16));
    files.put("no rows", replace(PLAIN, frame + 5, frame + 7, 0, 0));
    files.put("no columns", replace(PLAIN, frame + 7, frame + 9, 0, 0));
    files.put("12 bits", replace(PLAIN, frame + 4, frame + 5, 12));
    files.put("a lossless frame", replace(PLAIN, frame + 1, frame + 2, 0xC3));
    files.put("no frame header", replace(PLAIN, frame, next(PLAIN, frame)));
    files.put("two frame headers", repeat(PLAIN, frame, next(PLAIN, frame), frame));
    files.put("no quantization", replace(PLAIN, quantization, next(PLAIN, quantization)));
    files.put("a factor of 0", replace(PLAIN, frame + 11, frame + 12, 0x02));
    files.put("a factor of 5", replace(PLAIN, frame + 11, frame + 12, 0x52));
    files.put("too many codes", replace(PLAIN, huffman + 5, huffman + 6, 3));
    files.put("a component that the frame has not", replace(PLAIN, scan + 5, scan + 6, 77));
    files.put("a component twice in a scan", replace(PLAIN, scan + 7, scan + 8, 1));
    files.put("a Huffman table that is not there", replace(PLAIN, scan + 6, scan + 7, 0x33));
    files.put("a segment behind the end", replace(PLAIN, huffman + 2, huffman + 4, 0xFF, 0xFF));
    files.put("no scan", replace(PLAIN, huffman, PLAIN.length - 2));
  }

  private static void scans(Map<String, byte[]> files) {
    int end = PROGRESSIVE.length - 2;
    files.put(
        "a component without its scan", replace(SEPARATE, scan(SEPARATE, 2), SEPARATE.length - 2));
    files.put(
        "a component's scan twice",
        repeat(SEPARATE, scan(SEPARATE, 1), scan(SEPARATE, 2), scan(SEPARATE, 2)));
    files.put("the last refinement lost", replace(PROGRESSIVE, scan(PROGRESSIVE, 9), end));
    files.put("only the first scan", replace(PROGRESSIVE, scan(PROGRESSIVE, 1), end));
    files.put(
        "a band refined before it came",
        replace(PROGRESSIVE, scan(PROGRESSIVE, 1), scan(PROGRESSIVE, 2)));
    files.put(
        "a refinement left out", replace(PROGRESSIVE, scan(PROGRESSIVE, 5), scan(PROGRESSIVE, 6)));
    files.put(
        "a refinement twice",
        repeat(PROGRESSIVE, scan(PROGRESSIVE, 5), scan(PROGRESSIVE, 6), scan(PROGRESSIVE, 6)));
    int band = at(PROGRESSIVE, 1, m -> m.code() == Markers.SOS) + 7;
    files.put("a band backwards", replace(PROGRESSIVE, band, band + 2, 5, 1));
    files.put("a band past the block", replace(PROGRESSIVE, band + 1, band + 2, 64));
    files.put("DC and AC in one band", replace(PROGRESSIVE, band, band + 1, 0));
  }

  private static Map<String, byte[]> oddities() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int end = PLAIN.length;
    int quantization = at(PLAIN, 0, m -> m.code() == Markers.DQT);
    int restart = at(RESTARTING, 1, Marker::isRestart);
    files.put("zeros behind the end", Arrays.copyOf(PLAIN, end + 100));
    files.put("another picture behind the end", repeat(PLAIN, 0, end, end));
    files.put("half a picture behind the end", repeat(PLAIN, 0, end / 2, end));
    files.put("stray bytes before a segment", replace(PLAIN, quantization, quantization, 7, 0, 9));
    files.put("fill bytes before a restart", replace(RESTARTING, restart, restart, 0xFF, 0xFF));
    files.put("fill bytes before the end", replace(PLAIN, end - 2, end - 2, 0xFF, 0xFF));
    files.put("scans of one component each", SEPARATE);
    files.put("a progression", PROGRESSIVE);
    return files;
  }
}
