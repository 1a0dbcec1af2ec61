// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A place with the vendor's programs. */
public sealed interface Installation permits Installation.Programs, Wheel {
  /**
   * Returns one of the programs as a file.
   *
   * @param name such as {@code hbdk-sim}
   * @return empty if there is none of that name
   * @throws IOException if it cannot be unpacked
   */
  Optional<Path> program(String name) throws IOException;

  /**
   * Recognizes what a path leads to: a wheel, a folder of Python packages, a program, or the script
   * that Python's installer puts into {@code bin} in place of the program.
   *
   * @throws IOException if the path leads to something else; the message says to what
   */
  static Installation at(String candidate) throws IOException {
    Path path = path(candidate);
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (!Files.exists(path)) {
      throw new IOException("no such file or folder");
    }
    if (candidate.toLowerCase(Locale.ROOT).endsWith(".whl")) {
      return new Wheel(path);
    }
    return new Programs(ofPackage(path).orElse(path));
  }

  private static Path path(String candidate) throws IOException {
    try {
      return Path.of(candidate).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IOException("it is not a path (" + e.getMessage() + ")", e);
    }
  }

  private static Installation folder(Path folder) throws IOException {
    for (String inside : List.of("hbdk/bin", "bin", "")) {
      Path program = folder.resolve(inside).resolve(ProgramSearch.PROGRAM);
      if (Files.isRegularFile(program)) {
        return new Programs(ofPackage(program).orElse(program));
      }
    }
    throw new IOException(
        "the folder holds no hbdk/bin/"
            + ProgramSearch.PROGRAM
            + "; expected a site-packages folder into which dgdk is installed");
  }

  /** The program behind a script in the {@code bin} of a Python environment. */
  private static Optional<Path> ofPackage(Path script) throws IOException {
    Path bin = script.getParent();
    Path environment = bin == null ? null : bin.getParent();
    if (environment == null
        || !script.endsWith(ProgramSearch.PROGRAM)
        || !Files.isReadable(script)
        || !ProgramFormat.isScript(script)) {
      return Optional.empty();
    }
    for (String lib : List.of("lib", "lib64")) {
      Path libraries = environment.resolve(lib);
      if (Files.isDirectory(libraries)) {
        try (Stream<Path> versions = Files.list(libraries)) {
          Optional<Path> found =
              versions
                  .sorted()
                  .flatMap(
                      version -> Stream.of("site-packages", "dist-packages").map(version::resolve))
                  .map(packages -> packages.resolve("hbdk/bin").resolve(ProgramSearch.PROGRAM))
                  .filter(Files::isRegularFile)
                  .findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Programs in one folder, found by one of them. */
  record Programs(Path simulator) implements Installation {
    @Override
    public Optional<Path> program(String name) {
      Path program =
          name.equals(ProgramSearch.PROGRAM) ? simulator : simulator.resolveSibling(name);
      return Optional.of(program).filter(Files::isRegularFile);
    }
  }
}
