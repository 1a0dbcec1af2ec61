// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfile.ClassifierRequirements;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelFileException;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file says about itself that the library does not report.
 *
 * @param path where it was read
 * @param content the parsed file; empty if it cannot be parsed
 * @param objection why it cannot be parsed; empty if it can
 */
record CompiledFile(Path path, Optional<ModelFile> content, Optional<String> objection) {
  /**
   * Reads the file; if it cannot be parsed, rejecting it is left to the library.
   *
   * @throws ModelLoadException if the file system cannot read it
   */
  static CompiledFile read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ModelLoadException(
          file.toAbsolutePath() + " is not a file that this user may read; check the path");
    }
    try {
      return new CompiledFile(file, Optional.of(ModelFile.read(file)), Optional.empty());
    } catch (ModelFileException e) {
      return new CompiledFile(file, Optional.empty(), Optional.ofNullable(e.getMessage()));
    } catch (ClosedByInterruptException e) {
      throw new ModelLoadException(
          "the thread was interrupted while it read " + file + "; load it again", e);
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read: " + e, e);
    }
  }

  /**
   * Rejects a file that cannot work before anything is loaded, unless forced.
   *
   * @throws IncompatibleModelException if a model is for another architecture, or the chosen one
   *     takes anything but one NV12 picture
   * @throws ModelMismatchException if the chosen model has another number of classes than expected
   */
  void require(LoadOptions options) {
    if (content.isEmpty() || options.force()) {
      return;
    }
    List<ModelDescription> models = content.get().models();
    models.forEach(model -> refuse(ClassifierRequirements.marchObjection(model)));
    models.stream()
        .filter(model -> options.modelName().map(model.name()::equals).orElse(models.size() == 1))
        .forEach(model -> require(model, options));
  }

  private void require(ModelDescription model, LoadOptions options) {
    refuse(ClassifierRequirements.inputObjection(model));
    ClassifierRequirements.classes(model, options.outputName())
        .ifPresent(classes -> options.requireClasses(model.name(), classes));
  }

  private void refuse(Optional<String> found) {
    if (found.isPresent()) {
      throw new IncompatibleModelException(path + ": " + found.get() + ", or load it with force");
    }
  }

  /** The color range of the model's input; AUTO if the file does not say. */
  YuvRange range(String model) {
    return description(model)
        .flatMap(found -> found.inputs().get(0).colorRange())
        .map(range -> YuvRange.valueOf(range.name()))
        .orElse(YuvRange.AUTO);
  }

  /**
   * True if a softmax was found at the output's end; empty if not, because the BPU program may
   * contain one.
   */
  Optional<Boolean> probabilities(String model, String output) {
    return description(model).stream()
        .flatMap(found -> found.outputs().stream())
        .filter(found -> found.name().equals(output) && found.endsInSoftmax())
        .map(found -> true)
        .findFirst();
  }

  /** The HBRT version that the model was built for. */
  Optional<String> runtimeVersion(String model) {
    return description(model).flatMap(ModelDescription::runtimeVersion);
  }

  /** Returns what the file says about its build, by display names. */
  Map<String, String> details(String model) {
    Map<String, String> details = new LinkedHashMap<>();
    description(model)
        .ifPresent(
            found -> {
              found.march().ifPresent(march -> details.put("architecture", march));
              found.runtimeVersion().ifPresent(version -> details.put("built for HBRT", version));
              found
                  .compilerVersion()
                  .ifPresent(version -> details.put("compiled by", "hbdk " + version));
            });
    return details;
  }

  private Optional<ModelDescription> description(String model) {
    return content.flatMap(file -> file.model(model));
  }
}
