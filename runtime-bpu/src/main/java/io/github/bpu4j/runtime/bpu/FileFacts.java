// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelFileException;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file says about itself that the library does not tell.
 *
 * @param models the parsed file; empty when it does not parse
 * @param objection why it does not parse; empty when it does
 */
record FileFacts(Optional<ModelFile> models, Optional<String> objection) {
  /**
   * Looks into the file.
   *
   * @param force accept a file that names another architecture
   * @throws ModelLoadException when the file cannot be read at all
   * @throws IncompatibleModelException when it names another architecture
   */
  static FileFacts read(Path file, boolean force) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ModelLoadException(
          file.toAbsolutePath() + " is no file that this user may read; check the path");
    }
    try {
      ModelFile parsed = force ? ModelFile.readAnyMarch(file) : ModelFile.read(file);
      return new FileFacts(Optional.of(parsed), Optional.empty());
    } catch (ModelFileException e) {
      if (e.reason() == ModelFileException.Reason.OTHER_MARCH) {
        throw new IncompatibleModelException(e.getMessage() + ", or load it with force", e);
      }
      return new FileFacts(Optional.empty(), Optional.ofNullable(e.getMessage()));
    } catch (ClosedByInterruptException e) {
      throw new ModelLoadException(
          "the thread was interrupted while it read " + file + "; load it again", e);
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read: " + e, e);
    }
  }

  /** The color range that the model's picture has; AUTO when the file does not say. */
  YuvRange range(String model) {
    return description(model)
        .flatMap(found -> found.inputs().get(0).colorRange())
        .map(range -> YuvRange.valueOf(range.name()))
        .orElse(YuvRange.AUTO);
  }

  /** True when a softmax is seen at the output's end; empty when none is, for one may be hidden. */
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

  /** Facts for people. */
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
    return models.flatMap(file -> file.model(model));
  }
}
