// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import picocli.CommandLine.IVersionProvider;

/** Names the build, from the manifest, and the machine, from the JVM. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"bpu4j " + number(), machine()};
  }

  public static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "(not run from its jar)" : number;
  }

  public static String machine() {
    return "Java %s (%s), %s %s"
        .formatted(
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
