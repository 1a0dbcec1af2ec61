// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars that a distribution consists of: the command's, and those that its manifest names.
 *
 * @param jars in the order of the class path, the command's first
 */
record Libraries(List<Path> jars) {
  private static final Set<String> FOLDERS = Set.of("", "META-INF");

  Libraries {
    jars = List.copyOf(jars);
  }

  static Libraries of(Path command) throws IOException {
    try (JarFile jar = new JarFile(command.toFile())) {
      String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return new Libraries(
          Stream.concat(Stream.of(command), Stream.of(path.split(" ")).map(command::resolveSibling))
              .toList());
    }
  }

  /**
   * A checksum of the names and the content of all jars, which tells one build from another.
   *
   * <p>Their times cannot, because a reproducible build gives all files the same one.
   */
  String checksum() throws IOException {
    MessageDigest digest = sha256();
    for (Path jar : jars) {
      digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(jar));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Copies the licenses and notices in others' jars into a folder for each of these jars. */
  void extractLicenses(Path folder) throws IOException {
    for (Path path : jars) {
      String name = path.getFileName().toString();
      if (name.startsWith("bpu4j-")) {
        continue; // the same LICENSE and NOTICE that the distribution has at its top
      }
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().filter(Libraries::isLicense).toList()) {
          extract(jar, entry, folder.resolve(name.substring(0, name.length() - ".jar".length())));
        }
      }
    }
  }

  private static boolean isLicense(JarEntry entry) {
    String path = entry.getName();
    int slash = path.lastIndexOf('/');
    return !entry.isDirectory()
        && FOLDERS.contains(path.substring(0, Math.max(slash, 0)))
        && path.substring(slash + 1).matches("(?i).*(license|notice|copying).*");
  }

  private static void extract(JarFile jar, JarEntry entry, Path folder) throws IOException {
    Files.createDirectories(folder);
    String path = entry.getName();
    try (InputStream in = jar.getInputStream(entry)) {
      Files.write(folder.resolve(path.substring(path.lastIndexOf('/') + 1)), in.readAllBytes());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
