// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where results go when they leave by descriptor 3, as they do from the launcher. */
@DisabledOnOs(OS.WINDOWS)
final class ResultsDescriptorTest {
  private static final Path CAT = CommandProcess.picture("chelsea.png");

  @TempDir private Path folder;

  @Test
  void writesBetweenWhatOthersWriteToTheSameFile() throws Exception {
    Path file = Files.writeString(folder.resolve("results"), "what was there is truncated once");
    ProgramRun run = shell("{ echo before; \"$@\"; \"$@\"; echo after; } > \"$FILE\"", file);
    assertThat(run.exit()).as(run.err()).isZero();
    String version = CommandProcess.run("--version").out();
    assertThat(Files.readString(file)).isEqualTo("before\n" + version + version + "after\n");
  }

  @Test
  void appends() throws Exception {
    Path file = Files.writeString(folder.resolve("results"), "kept\n");
    ProgramRun run = shell("\"$@\" >> \"$FILE\"; echo after >> \"$FILE\"", file);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(file)).startsWith("kept\nbpu4j ").endsWith("\nafter\n");
  }

  @Test
  void writesToAPipe() throws Exception {
    ProgramRun run = shell("\"$@\" | sed 's/^/piped: /'", folder);
    assertThat(run.out()).startsWith("piped: bpu4j ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDeviceIsAFailureThatIsTold() throws Exception {
    ProgramRun run = shell("\"$@\" > /dev/full", folder, "nv12", CAT, "-");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("No space left on device");
  }

  private static ProgramRun shell(String script, Path file, Object... arguments) throws Exception {
    Object[] given = arguments.length == 0 ? new Object[] {"--version"} : arguments;
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(CommandProcess.command(Bpu4j.class, List.of(), given));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("FILE", file.toString());
    return ProgramRun.of(builder);
  }
}
