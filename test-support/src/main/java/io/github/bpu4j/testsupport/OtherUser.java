// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts programs as a user with few rights, and gives files away; only root can. */
public final class OtherUser {
  /** Named nobody on most systems, and with a home that does not exist. */
  public static final int UID = 65534;

  private static final List<String> SETPRIV =
      List.of("setpriv", "--reuid=" + UID, "--regid=" + UID, "--clear-groups", "--");

  private OtherUser() {}

  /** Whether this process may do so, and has the {@code setpriv} of util-linux. */
  public static boolean isPossible() throws InterruptedException {
    List<String> trial = new ArrayList<>(SETPRIV);
    trial.add("true");
    try {
      return ProgramRun.of(new ProcessBuilder(trial)).exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The command line run as the other user, in a session that knows no folders of this one. */
  public static ProcessBuilder program(List<String> command) {
    List<String> all = new ArrayList<>(SETPRIV);
    all.addAll(command);
    ProcessBuilder program = new ProcessBuilder(all);
    program.environment().keySet().removeIf(name -> name.matches("HOME|XDG_.*|BPU4J_.*"));
    return program;
  }

  /** Makes a folder to which everybody can write, as {@code /tmp} is. */
  public static Path openFolder(Path path) throws IOException {
    Files.createDirectories(path);
    Files.setAttribute(path, "unix:mode", 01777);
    return path;
  }

  /** Opens a folder with all that is in it to all readers. */
  public static void publish(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        String mode = Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(mode));
      }
    }
  }

  /** Makes a file or folder, with all that is in it, belong to a user. */
  public static void give(Path path, int uid) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.toList()) {
        Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /**
   * Copies this JVM's class path, which may be where only this user can read.
   *
   * @return the class path of the copy, to be published
   */
  public static String copyClassPath(Path folder) throws IOException {
    List<String> copies = new ArrayList<>();
    String entries = System.getProperty("java.class.path");
    for (String entry : entries.split(File.pathSeparator, -1)) {
      Path copy = folder.resolve(copies.size() + "-" + Path.of(entry).getFileName());
      copy(Path.of(entry), copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      try (Stream<Path> all = Files.walk(from)) {
        for (Path each : all.toList()) {
          Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
      }
    }
  }
}
