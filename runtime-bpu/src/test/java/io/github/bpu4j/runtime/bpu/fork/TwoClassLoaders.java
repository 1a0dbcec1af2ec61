// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.fork;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * A program that holds the SDK twice, as an application server with two applications does.
 *
 * <p>Argument: the jar with all classes.
 */
public final class TwoClassLoaders {
  private TwoClassLoaders() {}

  public static void main(String[] arguments) throws Exception {
    URL[] jar = {Path.of(arguments[0]).toUri().toURL()};
    for (int i = 0; i < 2; i++) {
      ClassLoader system = ClassLoader.getPlatformClassLoader();
      // Not closed: what it has loaded serves until the end.
      URLClassLoader application = new URLClassLoader(jar, system);
      Class<?> type = application.loadClass("io.github.bpu4j.runtime.bpu.BpuRuntime");
      Object runtime = type.getConstructor().newInstance();
      System.out.println(type.getMethod("availability").invoke(runtime));
    }
  }
}
