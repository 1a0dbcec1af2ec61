// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.stubs.NativeStubs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All of this test's class path in one jar, as build tools make it. */
final class FatJar {
  private FatJar() {}

  static Path write(Path jar) throws IOException {
    Set<String> written = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path path : classPath()) {
        if (Files.isDirectory(path)) {
          addFolder(path, written, out);
        } else if (isNeeded(path)) {
          addJar(path, written, out);
        }
      }
    }
    return jar;
  }

  /** The same jar with other native code, which no time stamp, size or name tells apart. */
  static Path withUselessCode(Path jar, Path copy) throws IOException {
    Files.copy(jar, copy);
    try (FileSystem entries = FileSystems.newFileSystem(copy)) {
      Path code = entries.getPath("io/github/bpu4j/runtime/bpu/dnn/native", NativeStubs.platform());
      Path library = code.resolve("libjnibpu4jdnn.so");
      FileTime time = Files.getLastModifiedTime(library);
      Files.write(library, new byte[Math.toIntExact(Files.size(library))]);
      Files.setLastModifiedTime(library, time);
    }
    return copy;
  }

  private static List<Path> classPath() {
    String entries = System.getProperty("java.class.path");
    return Pattern.compile(File.pathSeparator).splitAsStream(entries).map(Path::of).toList();
  }

  /** Test libraries would only make it large. */
  private static boolean isNeeded(Path jar) {
    String name = jar.getFileName().toString();
    return Stream.of("javacpp", "slf4j-api", "slf4j-simple", "jackson", "bpu4j")
        .anyMatch(name::startsWith);
  }

  private static void addFolder(Path folder, Set<String> written, JarOutputStream out)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      try (InputStream in = Files.newInputStream(file)) {
        add(name, in, written, out);
      }
    }
  }

  private static void addJar(Path path, Set<String> written, JarOutputStream out)
      throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(entry.getName(), in, written, out);
        }
      }
    }
  }

  private static void add(String name, InputStream in, Set<String> written, JarOutputStream out)
      throws IOException {
    boolean wanted = !name.endsWith("module-info.class") && !name.equals("META-INF/MANIFEST.MF");
    if (wanted && written.add(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
      out.closeEntry();
    }
  }
}
