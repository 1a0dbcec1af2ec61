// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The vendor's compiler as the user has installed it.
 *
 * @param program its path
 */
public record HbMapper(Path program) {
  private static final String NAME = "hb_mapper";
  private static final String SIMULATOR = "bpu4j.simulator";
  private static final String PACKAGES = "python3.10/site-packages";

  /**
   * Finds it.
   *
   * @param named the program, or the folder or virtual environment that has it; empty to search
   *     PATH
   * @param searchPath the value of PATH
   * @throws RuntimeUnavailableException if it is not there
   */
  public static HbMapper find(Optional<Path> named, String searchPath) {
    List<Path> candidates =
        named.isPresent()
            ? List.of(
                named.get(), named.get().resolve(NAME), named.get().resolve("bin").resolve(NAME))
            : Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME))
                .toList();
    return candidates.stream()
        .filter(each -> Files.isRegularFile(each) && Files.isExecutable(each))
        .findFirst()
        .map(each -> new HbMapper(each.toAbsolutePath()))
        .orElseThrow(() -> missing(named));
  }

  private static RuntimeUnavailableException missing(Optional<Path> named) {
    String reason =
        named.map(path -> "there is no program hb_mapper at " + path).orElse("no hb_mapper on PATH")
            + "; install the vendor's toolchain (x86-64 Linux, Python 3.10, see docs/convert.md) and"
            + " activate its environment, or name it with --hb-mapper PATH";
    return new RuntimeUnavailableException(
        "the vendor's compiler is not there", Map.of(NAME, Availability.no(reason)));
  }

  /** The command that compiles a folder's settings. */
  List<String> command(String yaml) {
    return List.of(program.toString(), "makertbin", "--model-type", "onnx", "--config", yaml);
  }

  /**
   * Puts its folder first on the PATH of a process to be started, without which it does not find
   * its own parts.
   */
  void addTo(Map<String, String> environment) {
    String folder = Objects.requireNonNull(program.getParent()).toString();
    environment.merge("PATH", folder, (path, first) -> first + File.pathSeparator + path);
  }

  /** Lets the simulator of the same environment be found, unless another is named. */
  public void lendSimulator() {
    Path environment = Objects.requireNonNull(program.getParent()).resolveSibling("lib");
    if (System.getProperty(SIMULATOR) == null
        && !System.getenv().containsKey("BPU4J_SIMULATOR")
        && Files.isDirectory(environment.resolve(PACKAGES))) {
      System.setProperty(SIMULATOR, environment.resolve(PACKAGES).toString());
    }
  }
}
