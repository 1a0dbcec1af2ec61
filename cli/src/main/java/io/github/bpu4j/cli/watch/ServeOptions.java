// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.cli.watch.page.PageAddress;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the page. */
final class ServeOptions {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String TOKEN_VARIABLE = "BPU4J_TOKEN";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--serve",
      paramLabel = "PORT",
      description = "Show the stream in browsers at http://127.0.0.1:PORT/; 0 takes a free port.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = {
        "Address of this machine to serve at (127.0.0.1); for any but loopback the page's",
        "address contains a token."
      })
  private @Nullable String host;

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description = {
        "Serve only those who know this text, which is part of the page's address (a random",
        "one where needed). BPU4J_TOKEN is not seen by other users of this machine, as options are."
      })
  private @Nullable String token;

  /** Where to serve; empty without {@code --serve}. */
  Optional<PageAddress> address() {
    if (port == null) {
      if (host != null || token != null) {
        throw usage((host == null ? "--token" : "--host") + " needs --serve PORT");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(PageAddress.of(host == null ? LOOPBACK : host, port, secret()));
    } catch (IllegalArgumentException e) {
      throw usage("--serve: " + e.getMessage());
    }
  }

  private Optional<String> secret() {
    return Optional.ofNullable(token)
        .or(() -> Optional.ofNullable(System.getenv(TOKEN_VARIABLE)))
        .filter(text -> !text.isEmpty());
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
