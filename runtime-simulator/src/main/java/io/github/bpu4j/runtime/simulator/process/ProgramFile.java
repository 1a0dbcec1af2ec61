// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.modelfile.ModelGraph;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A model's BPU program as a file of its own, as long as the model is open. */
public final class ProgramFile implements AutoCloseable {
  private static final String NAME = "program.hbm";

  /** Enough for inputs, outputs and the simulator's own heap. */
  private static final long SPARE_MEGABYTES = 64;

  /** The most that the simulator takes. */
  private static final long MEMORY_LIMIT = 4095;

  private final PrivateFolder folder;
  private final Path path;
  private final int memoryMegabytes;

  private ProgramFile(PrivateFolder folder, Path path, long bytes) {
    this.folder = folder;
    this.path = path;
    this.memoryMegabytes = (int) Math.min(MEMORY_LIMIT, SPARE_MEGABYTES + 2 * ((bytes >> 20) + 1));
  }

  /** Copies it out of a model file. */
  public static ProgramFile of(ModelGraph.Program program) throws IOException {
    PrivateFolder folder = PrivateFolder.fresh();
    try {
      Path path = folder.resolve(NAME);
      try (OutputStream out = new BufferedOutputStream(new FileOutputStream(path.toFile()))) {
        program.copyTo(out);
      }
      return new ProgramFile(folder, path, program.length());
    } catch (IOException | RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  /**
   * The memory of the simulated BPU: twice the program and some to spare. More would only make a
   * core file larger.
   */
  int memoryMegabytes() {
    return memoryMegabytes;
  }

  @Override
  public void close() {
    folder.close();
  }
}
