// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.models.ZooModel;
import io.github.bpu4j.models.download.DownloadListener;
import io.github.bpu4j.models.download.DownloadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The cache of this user with the settings of this process.
 *
 * @param options how models are fetched
 */
record Cached(DownloadOptions options) {
  static Cached of(CommandSpec command) {
    return of(command, new DownloadListener() {});
  }

  /** Reads the settings; one that cannot be meant is wrong usage. */
  static Cached of(CommandSpec command, DownloadListener listener) {
    try {
      return new Cached(DownloadOptions.builder().listener(listener).build());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), Failures.text(e), e);
    }
  }

  Optional<Path> file(ZooModel model) throws IOException {
    return model.fetched(options);
  }

  /** The same for a list of facts, which does not need a cache: empty where there can be none. */
  Optional<Path> shown(ZooModel model) {
    try {
      return file(model);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
