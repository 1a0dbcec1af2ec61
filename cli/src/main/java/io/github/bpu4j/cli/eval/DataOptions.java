// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.evaluation.data.GroundTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The labeled pictures: a folder, or a file that lists them. */
final class DataOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1", // checked here, because a subcommand needs none
      paramLabel = "DATA",
      description = {
        "A folder with a folder per class, or with names such as n01440764_tench.JPEG;",
        "or a CSV file of path,label beside its pictures."
      })
  private @Nullable Path data;

  @Option(
      names = "--ground-truth",
      paramLabel = "FILE",
      description = {
        "Labels of the pictures in DATA: a CSV file of path,label; or lines of which the n-th is",
        "for the picture with number n in its name; or lines of a name and a label."
      })
  private @Nullable Path groundTruth;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description =
          "What the numbers of --ground-truth mean, if they are those of ImageNet's development"
              + " kit: its map_clsloc.txt.")
  private @Nullable Path ids;

  /** The folder that paths are relative to. */
  Path folder() {
    Path given = given();
    return Files.isDirectory(given) ? given : given.resolveSibling("");
  }

  /** Where the labels are. */
  GroundTruth truth() throws IOException {
    Path given = given();
    if (ids != null && groundTruth == null) {
      throw usage("--ids explains the numbers of --ground-truth, which is not given");
    }
    if (groundTruth != null) {
      if (!Files.isDirectory(given)) {
        throw usage("--ground-truth: " + given + " is a file, expected the folder of the pictures");
      }
      return GroundTruth.ofFile(groundTruth, ids);
    }
    return Files.isDirectory(given) ? GroundTruth.of(given) : GroundTruth.csv(given);
  }

  private Path given() {
    if (data == null) {
      throw usage("Missing required parameter: 'DATA'");
    }
    if (!Files.exists(data)) {
      throw usage(data + ": no such file or folder");
    }
    return data;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
