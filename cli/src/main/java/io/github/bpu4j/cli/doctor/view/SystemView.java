// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The files of this machine, or of a tree that was copied from another one.
 *
 * <p>All paths are absolute, such as {@code /etc/os-release}; symbolic links stay in the tree.
 * Nothing in it is trusted: only regular files are opened, at most 64 KiB of them are read, and
 * what cannot be read is absent.
 */
public final class SystemView {
  private static final int MOST_BYTES = 64 << 10;
  private static final int MOST_COLUMNS = 100;
  private static final int MOST_NAMES = 4096;

  private final Path root;
  private final boolean live;
  private final UnaryOperator<@Nullable String> environment;

  private SystemView(Path root, boolean live, UnaryOperator<@Nullable String> environment) {
    this.root = root;
    this.live = live;
    this.environment = environment;
  }

  /** The machine that this process runs on. */
  public static SystemView ofThisMachine() {
    return new SystemView(Path.of("/"), true, System::getenv);
  }

  /**
   * A folder that is read in place of {@code /}.
   *
   * @throws IOException if there is no such folder
   */
  public static SystemView ofTree(Path folder) throws IOException {
    Path root = folder.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(folder.toString());
    }
    return new SystemView(root, false, name -> null);
  }

  /** Whether this is the machine of this process, whose JVM and libraries can be examined too. */
  public boolean isLive() {
    return live;
  }

  /** A variable of this process; empty for a tree. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  public boolean exists(String path) {
    return node(path).isPresent();
  }

  /** What the file system says about a file; empty if there is none, or no Unix file system. */
  public Optional<Node> node(String path) {
    return resolve(path).flatMap(SystemView::stat);
  }

  /** The regular file at a path of the tree, on this machine. */
  public Optional<Path> file(String path) {
    return resolve(path).filter(file -> stat(file).map(Node::isRegularFile).orElse(false));
  }

  /** The first 64 KiB of a regular file as text, NULs as line breaks. */
  public Optional<String> text(String path) {
    return text(path, MOST_BYTES);
  }

  /** The same with another limit, for files that are known to be longer. */
  public Optional<String> text(String path, int mostBytes) {
    return bytes(path, mostBytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace('\0', '\n').strip());
  }

  /** The first bytes of a regular file. */
  public Optional<byte[]> bytes(String path, int mostBytes) {
    return file(path).flatMap(file -> LimitedRead.of(file, mostBytes));
  }

  /** The first line of a file, or the first 100 characters of it; empty if it is blank. */
  public Optional<String> line(String path) {
    return text(path)
        .flatMap(text -> text.lines().findFirst())
        .map(line -> line.substring(0, Math.min(line.length(), MOST_COLUMNS)).strip())
        .filter(line -> !line.isEmpty());
  }

  /** The decimal number that is all that a file contains. */
  public OptionalLong number(String path) {
    Optional<String> text = text(path).filter(line -> line.matches("-?\\d{1,18}"));
    return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
  }

  /** The names in a folder, sorted, at most 4096; empty if there is no such folder. */
  public List<String> names(String folder) {
    Optional<Path> resolved = resolve(folder).filter(Files::isDirectory);
    if (resolved.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolved.get())) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
        if (names.size() == MOST_NAMES) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    Collections.sort(names);
    return List.copyOf(names);
  }

  Optional<Path> resolve(String path) {
    return PathInRoot.resolve(root, path);
  }

  private static Optional<Node> stat(Path file) {
    try {
      Map<String, Object> values =
          Files.readAttributes(file, "unix:mode,uid,gid,size", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          new Node(
              number(values, "mode").intValue(),
              number(values, "uid").intValue(),
              number(values, "gid").intValue(),
              number(values, "size").longValue()));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Number number(Map<String, Object> values, String name) {
    return (Number) values.getOrDefault(name, -1);
  }
}
