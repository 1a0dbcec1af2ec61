// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What has come of a file so far. Not thread-safe; the caller sees to it that it is the only one.
 */
final class PartFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private Optional<PartOrigin> origin;

  private PartFile(Path path, FileChannel channel, Optional<PartOrigin> origin) {
    this.path = path;
    this.channel = channel;
    this.origin = origin;
  }

  /** Opens the part of a file; what is there is kept only if it is of that address. */
  static PartFile open(Path target, URI url) throws IOException {
    Path path = target.resolveSibling(target.getFileName() + ".part");
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            ownerOnly);
    PartFile part =
        new PartFile(path, channel, PartOrigin.read(path).filter(from -> from.isOf(url)));
    if (part.origin.isEmpty()) {
      part.restart(Optional.empty());
    }
    return part;
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** What to name to the server to get the rest; empty if nothing can be continued. */
  Optional<PartOrigin> resumable() throws IOException {
    return size() == 0 ? Optional.empty() : origin;
  }

  /** Whether all bytes are there that the server announced. */
  boolean isWhole() throws IOException {
    OptionalLong total = resumable().map(PartOrigin::total).orElse(OptionalLong.empty());
    return total.isPresent() && total.getAsLong() == size();
  }

  /** Forgets what has come; what comes now is of that origin. */
  void restart(Optional<PartOrigin> from) throws IOException {
    Files.deleteIfExists(PartOrigin.file(path));
    channel.truncate(0);
    origin = from;
    if (from.isPresent()) {
      from.get().write(path);
    }
  }

  void append(ByteBuffer bytes) throws IOException {
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Deletes the part. */
  void discard() throws IOException {
    channel.close();
    Files.deleteIfExists(PartOrigin.file(path));
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
