// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real model files in a folder. */
record CompiledFiles(Path folder) {
  /** One of {@link ModelFiles#compiled}. */
  Path file(String name) throws IOException {
    Path file = folder.resolve(name + ".bin");
    return Files.exists(file) ? file : Files.write(file, ModelFiles.compiled(name));
  }

  /** {@link ModelFiles#real}. */
  Path tiny() throws IOException {
    return write("tiny_48x32_nv12.bin", ModelFiles.real());
  }

  Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
