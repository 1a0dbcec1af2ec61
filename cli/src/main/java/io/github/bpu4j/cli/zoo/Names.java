// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Names of models on the command line. */
final class Names {
  private Names() {}

  static List<ZooModel> models(@Nullable CommandSpec spec, List<String> names) {
    return names.stream().map(name -> model(spec, name)).toList();
  }

  private static ZooModel model(@Nullable CommandSpec spec, String name) {
    return ModelZoo.find(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "no model is named '%s'; %s"
                        .formatted(
                            name,
                            ModelZoo.nearest(name)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("'bpu4j models' lists them"))));
  }
}
