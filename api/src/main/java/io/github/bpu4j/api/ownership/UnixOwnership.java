// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks user, group and mode of each element of a path. */
final class UnixOwnership implements Ownership {
  private static final int ROOT = 0;

  private final int user;
  private final int superuser;
  private final UserIdMap users;
  private @Nullable PrivateGroups groups;

  /**
   * @param superuser the owner of the root folder; in some containers not 0
   * @param users those whose numbers are unambiguous
   * @param groups the system's if null; they are only read if a group can write
   */
  UnixOwnership(int user, int superuser, UserIdMap users, @Nullable PrivateGroups groups) {
    this.user = user;
    this.superuser = superuser;
    this.users = users;
    this.groups = groups;
  }

  static UnixOwnership ofThisUser() throws IOException {
    int superuser = UnixStat.of(Path.of("/")).uid();
    return new UnixOwnership(ThisUser.uid(), superuser, UserIdMap.ofThisProcess(), null);
  }

  @Override
  public void requireTrustedPath(Path folder) throws IOException {
    isSharedAndTrusted(folder);
  }

  /** Whether all users can create folders in it or in a folder above it. */
  private boolean isSharedAndTrusted(Path folder) throws IOException {
    Path parent = folder.getParent();
    boolean shared = parent != null && isSharedAndTrusted(parent);
    UnixStat stat = UnixStat.of(folder);
    if (!isTrusted(stat.uid(), shared)) {
      throw new IOException(
          "%s belongs to %s, who could replace its content; expected root or this user: %s"
              .formatted(folder, owner(folder), giveAway(folder)));
    }
    boolean writable = isWritableByOthers(stat);
    if (writable && !stat.isSticky()) {
      throw writable(folder, stat);
    }
    return shared || writable;
  }

  @Override
  public void requireOwn(Path folder) throws IOException {
    UnixStat stat = UnixStat.of(folder);
    if (stat.uid() != user) {
      throw new IOException(
          "%s belongs to %s, expected this user: %s"
              .formatted(folder, owner(folder), giveAway(folder)));
    }
    if (!users.contains(user)) {
      throw new IOException(
          ("%s may belong to any user: the user namespace of this process does not map its own user"
                  + " (uid %d); map it, for example with: unshare --map-current-user")
              .formatted(folder, user));
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
        && users.contains(user)
        && !stat.groupCanWrite()
        && !stat.othersCanWrite();
  }

  /**
   * An owner of the root folder who is not in the map shares the number with all such users, so it
   * is only trusted where they cannot create folders.
   */
  boolean isTrusted(int uid, boolean shared) {
    return uid == user || uid == ROOT || (uid == superuser && (users.contains(uid) || !shared));
  }

  private boolean isWritableByOthers(UnixStat stat) throws IOException {
    return stat.othersCanWrite()
        || (stat.groupCanWrite() && !groups().isPrivate(stat.gid(), uid -> isTrusted(uid, true)));
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
        "%s can be written by others (mode %s); run: chmod go-w %s"
            .formatted(folder, stat.permissions(), folder));
  }

  private String giveAway(Path folder) {
    return "run chown %d %s, or use another folder".formatted(Integer.toUnsignedLong(user), folder);
  }

  private static String owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
  }
}
