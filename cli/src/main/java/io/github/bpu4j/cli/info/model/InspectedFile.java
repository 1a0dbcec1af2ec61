// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelFileException;
import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.modelfile.OnnxFile;
import io.github.bpu4j.runtime.simulator.SpeedEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * Adds the vendor's estimates of speed to models of a .bin file, where this machine has the
   * vendor's program.
   *
   * @throws IOException if that program fails
   */
  public InspectedFile withEstimates() throws IOException {
    List<InspectedModel> estimated = new ArrayList<>();
    for (InspectedModel model : models) {
      estimated.add(
          model instanceof CompiledModel compiled
              ? new CompiledModel(compiled.description(), SpeedEstimate.of(path, compiled.name()))
              : model);
    }
    return new InspectedFile(path, bytes, format, estimated);
  }

  /**
   * Reads a model file, for any BPU architecture.
   *
   * @throws IOException if it cannot be read, or is neither a .bin nor an .onnx file
   */
  public static InspectedFile read(Path path) throws IOException {
    try {
      List<InspectedModel> models =
          ModelFile.read(path).models().stream()
              .<InspectedModel>map(model -> new CompiledModel(model, Optional.empty()))
              .toList();
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
