// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelFileException;
import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.modelfile.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model file, either .bin or .onnx.
 *
 * @param path as given on the command line
 * @param bytes size of the file
 * @param format {@code bin} or {@code onnx}
 * @param models one, or several in a packed .bin
 */
public record InspectedFile(Path path, long bytes, String format, List<InspectedModel> models) {
  /**
   * Reads the metadata beside the file; empty if there is none.
   *
   * @throws IOException if it cannot be used
   */
  public Optional<ModelMetadata> metadata() throws IOException {
    return ModelMetadata.find(path);
  }

  /**
   * Reads a model file, for any BPU architecture.
   *
   * @throws IOException if it cannot be read, or is neither a .bin nor an .onnx file
   */
  public static InspectedFile read(Path path) throws IOException {
    try {
      List<InspectedModel> models =
          ModelFile.read(path).models().stream().<InspectedModel>map(CompiledModel::new).toList();
      return new InspectedFile(path, Files.size(path), "bin", models);
    } catch (ModelFileException e) {
      if (e.reason() != Reason.ONNX) {
        throw e;
      }
      OnnxModel model = new OnnxModel(OnnxFile.read(path));
      return new InspectedFile(path, Files.size(path), "onnx", List.of(model));
    }
  }
}
