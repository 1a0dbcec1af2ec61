// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Command lines that start another JVM of the kind that runs this one. */
public final class JavaProgram {
  private JavaProgram() {}

  /**
   * The {@code java} to start: of this JVM, or the one that {@code -Dbpu4j.test.java} names, since
   * an emulated JVM is started by a wrapper that {@code java.home} does not know.
   */
  public static String java() {
    String own = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return System.getProperty("bpu4j.test.java", own);
  }

  /**
   * A command line on this JVM's class path.
   *
   * @param options of the new JVM
   * @param main the class to run
   * @param arguments for it, each as its text
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
