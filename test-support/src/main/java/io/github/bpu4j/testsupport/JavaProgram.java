// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds command lines that start another JVM like this one. */
public final class JavaProgram {
  private JavaProgram() {}

  /**
   * Returns the {@code java} to start: this JVM's, or the one given by {@code -Dbpu4j.test.java},
   * because an emulated JVM is started by a wrapper that {@code java.home} does not know.
   */
  public static String java() {
    String own = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return System.getProperty("bpu4j.test.java", own);
  }

  /**
   * Returns a command line with this JVM's class path.
   *
   * @param options of the new JVM
   * @param main the class to run
   * @param arguments each is converted to text
   */
  public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return command;
  }
}
