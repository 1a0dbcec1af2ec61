// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import io.github.bpu4j.models.download.DownloadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A published model in place of a model file: {@code --model resnet18}. */
public final class NamedModel {
  private NamedModel() {}

  /**
   * Returns the fetched file if the argument names a published model and not a file.
   *
   * @throws ModelLoadException if that model has not been fetched, or if the name is a mistyped one
   */
  public static Path file(Path argument) {
    String name = argument.toString();
    if (Files.exists(argument) || !name.matches("[A-Za-z][A-Za-z0-9-]*")) {
      return argument;
    }
    Optional<ZooModel> model = ModelZoo.find(name);
    if (model.isPresent()) {
      return fetched(model.get());
    }
    ModelZoo.nearest(name)
        .ifPresent(
            near -> {
              throw new ModelLoadException(
                  "no file and no published model is named '%s'; did you mean %s?"
                      .formatted(name, near));
            });
    return argument;
  }

  private static Path fetched(ZooModel model) {
    try {
      return model
          .fetched(DownloadOptions.ofProcess())
          .orElseThrow(
              () ->
                  new ModelLoadException(
                      "%s has not been fetched; run: bpu4j models get %1$s"
                          .formatted(model.name())));
    } catch (IOException e) {
      throw new ModelLoadException("the cache of models cannot be used: " + e.getMessage(), e);
    }
  }
}
