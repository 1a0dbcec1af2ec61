// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** By the numbers of users and groups, and by the mode, of each element of a path. */
final class UnixOwnership implements Ownership {
  private static final int ROOT = 0;

  private final int user;
  private final int superuser;
  private @Nullable PrivateGroups groups;

  /**
   * @param superuser who owns the root folder and so decides about all below; in some containers it
   *     is not number 0
   * @param groups the system's when null; they are read only if a group can write
   */
  UnixOwnership(int user, int superuser, @Nullable PrivateGroups groups) {
    this.user = user;
    this.superuser = superuser;
    this.groups = groups;
  }

  static UnixOwnership ofThisUser() throws IOException {
    int superuser = UnixStat.of(Path.of("/")).uid();
    return new UnixOwnership(ThisUser.uid(), superuser, null);
  }

  @Override
  public void requireTrustedPath(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      requireTrustedPath(parent);
    }
    UnixStat stat = UnixStat.of(folder);
    if (!isTrusted(stat.uid())) {
      throw new IOException(
          "%s belongs to %s, who could swap what is in it; expected root or this user"
              .formatted(folder, owner(folder)));
    }
    if (!stat.isSticky() && isWritableByOthers(stat)) {
      throw writable(folder, stat);
    }
  }

  @Override
  public void requireOwn(Path folder) throws IOException {
    UnixStat stat = UnixStat.of(folder);
    if (stat.uid() != user) {
      throw new IOException(
          "%s belongs to %s; expected this user".formatted(folder, owner(folder)));
    }
    if (isWritableByOthers(stat)) {
      throw writable(folder, stat);
    }
  }

  @Override
  public boolean isOwnFile(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    UnixStat stat = UnixStat.of(file);
    return stat.isRegularFile()
        && stat.uid() == user
        && !stat.groupCanWrite()
        && !stat.othersCanWrite();
  }

  private boolean isTrusted(int uid) {
    return uid == user || uid == superuser || uid == ROOT;
  }

  private boolean isWritableByOthers(UnixStat stat) throws IOException {
    return stat.othersCanWrite()
        || (stat.groupCanWrite() && !groups().isPrivate(stat.gid(), this::isTrusted));
  }

  private PrivateGroups groups() throws IOException {
    PrivateGroups known = groups;
    if (known == null) {
      known = PrivateGroups.ofThisSystem();
      groups = known;
    }
    return known;
  }

  private static IOException writable(Path folder, UnixStat stat) {
    return new IOException(
        "%s can be written by others (mode %s); forbid it with: chmod go-w %s"
            .formatted(folder, stat.permissions(), folder));
  }

  private static String owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
  }
}
