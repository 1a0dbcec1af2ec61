// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.words;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files whose wording is checked. */
final class SourceTree {
  private static final Set<String> FOREIGN_FOLDERS = Set.of(".git", "target", ".idea", ".vscode");

  private SourceTree() {}

  /** Every text file of the source tree except the word lists, by its path from the root. */
  static Map<String, String> texts() throws IOException {
    Path root = Repository.root();
    Map<String, String> files = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean foreign = FOREIGN_FOLDERS.contains(folder.getFileName().toString());
            return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith(WordRule.FOLDER) && !path.endsWith("/words/WordListTest.java")) {
              files.put(path, text(file).orElse(""));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** The content of a text file; empty for a binary one, whose name still counts. */
  private static Optional<String> text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
