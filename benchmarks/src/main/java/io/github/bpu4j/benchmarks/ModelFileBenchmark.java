// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.OnnxFile;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads the facts of model files of 5 MB, compared with reading all bytes of such a file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelFileBenchmark {
  /** The size of the model that the ONNX runtime bundles. */
  private static final int SIZE = 5_019_433;

  private static final Path CARRIED =
      Path.of("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
          .resolve("efficientnet_lite0_nv12_int8w.onnx");

  private Path compiled = Path.of("");
  private Path onnx = Path.of("");

  /** Pads the small real file with a field that readers do not know. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    byte[] real = ModelFiles.real();
    byte[] bytes = Arrays.copyOf(real, SIZE);
    int filling = SIZE - real.length - 5;
    bytes[real.length] = (15 << 3) | 2;
    for (int i = 0; i < 4; i++) {
      bytes[real.length + 1 + i] = (byte) (((filling >>> (7 * i)) & 0x7f) | (i < 3 ? 0x80 : 0));
    }
    compiled = Files.write(Files.createTempFile("bpu4j", ".bin"), bytes);
    onnx = Files.exists(CARRIED) ? CARRIED : Path.of("..").resolve(CARRIED);
  }

  /** Removes the file. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(compiled);
  }

  /** The facts of a compiled file. */
  @Benchmark
  public ModelFile compiledFacts() throws IOException {
    return ModelFile.read(compiled);
  }

  /** The facts of an ONNX file. */
  @Benchmark
  public OnnxFile onnxFacts() throws IOException {
    return OnnxFile.read(onnx);
  }

  /** The peer: all bytes of such a file. */
  @Benchmark
  public byte[] peerAllBytes() throws IOException {
    return Files.readAllBytes(compiled);
  }
}
