// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows symbolic links as a process would whose root folder is the tree: an absolute target
 * starts at the tree's top, and {@code ..} never leaves it.
 */
final class PathInRoot {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private final Path root;
  private final Deque<String> ahead = new ArrayDeque<>();
  private Path at;

  private PathInRoot(Path root) {
    this.root = root;
    this.at = root;
  }

  /**
   * Returns where a path of the tree is on this machine, whether or not there is a file.
   *
   * @param root the tree's folder, without symbolic links
   * @param path an absolute path in the tree
   * @return empty for a loop of links, or a name that this platform cannot have
   */
  static Optional<Path> resolve(Path root, String path) {
    try {
      return new PathInRoot(root).follow(path);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> follow(String path) throws IOException {
    push(path);
    int links = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.pop();
      Path next = name.equals("..") ? parent() : at.resolve(name);
      if (!Files.isSymbolicLink(next)) {
        at = next;
      } else if (++links > MOST_LINKS) {
        return Optional.empty();
      } else {
        String target = Files.readSymbolicLink(next).toString();
        at = target.startsWith("/") ? root : at;
        push(target);
      }
    }
    return Optional.of(at);
  }

  private Path parent() {
    Path parent = at.getParent();
    return at.equals(root) || parent == null ? root : parent;
  }

  private void push(String path) {
    String[] names = path.split("/", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty() && !names[i].equals(".")) {
        ahead.push(names[i]);
      }
    }
  }
}
