// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Writes the files of a distribution that are made from the command and its libraries. */
public final class DistributionFiles {
  private final Path folder;

  /**
   * Writes below a folder, which is made.
   *
   * @param folder receives {@code completion}, {@code man}, {@code licenses} and {@code lib}
   */
  public DistributionFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes completion for bash and zsh, and a manual page for each command.
   *
   * @param program the command with all of its subcommands
   * @param date the day that manual pages show, such as 2026-11-22
   * @param version the version that they show
   */
  public void describe(CommandLine program, String date, String version) throws IOException {
    List<ManualCommand> commands = ManualCommand.all(program);
    write("completion/bpu4j.bash", BashCompletion.of(commands));
    write("completion/_bpu4j", ZshCompletion.of(commands));
    for (ManualCommand command : commands) {
      write(
          "man/man1/" + command.dashed() + ".1",
          ManualPage.of(command, date, program.getCommandName() + " " + version));
    }
  }

  /**
   * Writes the licenses in the jars, and a checksum that tells this build from others.
   *
   * @param command the command's jar, whose manifest names the others
   * @param dependencies docs/dependencies.txt, of which the part about the command is kept
   */
  public void accountFor(Path command, Path dependencies) throws IOException {
    Libraries libraries = Libraries.of(command);
    libraries.extractLicenses(folder.resolve("licenses"));
    write("licenses/libraries.txt", ofTheCommand(Files.readAllLines(dependencies)));
    write("lib/build", libraries.checksum() + "\n");
  }

  /** The lines below the command's name, without our own modules. */
  private static String ofTheCommand(List<String> dependencies) {
    return dependencies.stream()
        .dropWhile(line -> !line.equals("bpu4j-cli"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(String::strip)
        .filter(line -> line.contains(" | "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
