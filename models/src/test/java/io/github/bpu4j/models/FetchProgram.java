// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.models.download.DownloadOptions;
import java.net.URI;
import java.nio.file.Path;

/** Fetches a model in a process of its own. */
final class FetchProgram {
  private FetchProgram() {}

  /** Takes base URL, cache and the name of a model; prints the file. */
  public static void main(String[] arguments) throws Exception {
    DownloadOptions options =
        DownloadOptions.builder()
            .allowHttp(true)
            .baseUrl(URI.create(arguments[0]))
            .cache(Path.of(arguments[1]))
            .build();
    System.out.println(ModelZoo.get(arguments[2]).fetch(options));
  }
}
