// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a compiled model file ({@code .bin}) for the BPU says about itself.
 *
 * <p>Reading skips weights and machine code, so a file of 100 MB costs no more than one of 1 MB.
 * Any content, malformed or not, ends in a result or in a {@link ModelFileException} and takes a
 * few megabytes of memory at most. Aligned shapes and strides stand only in the BPU program; the
 * runtime reports them.
 *
 * @param models the models in the order of the file: one, or several in a packed file
 * @since 0.1.0
 */
public record ModelFile(List<ModelDescription> models) {
  /** Copies the list and checks that it is not empty. */
  public ModelFile {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a model file holds at least one model");
    }
  }

  /**
   * Reads a file for any board; {@link ClassifierRequirements} checks what the RDK X5 can run.
   *
   * @throws ModelFileException if it is not a model file or is damaged
   * @throws IOException if the file system cannot read it
   */
  public static ModelFile read(Path file) throws IOException {
    return ByteSource.open(file, source -> new CompiledReader(source).read());
  }

  /** Whether the file holds several models, of which one must be chosen by name. */
  public boolean isPacked() {
    return models.size() > 1;
  }

  /** The model of that name. */
  public Optional<ModelDescription> model(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }
}
