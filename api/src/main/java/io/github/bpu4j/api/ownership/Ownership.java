// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Checks that no other user can change a folder or a file. Paths must not contain symbolic links.
 */
public sealed interface Ownership permits UnixOwnership, OwnerAttribute {
  /**
   * Returns the check by mode, user and group where the file system has them, and by owner only
   * where it does not.
   *
   * @throws IOException if the user of this process cannot be determined
   */
  static Ownership ofThisUser() throws IOException {
    return UnixStat.isKnown() ? UnixOwnership.ofThisUser() : OwnerAttribute.ofThisUser();
  }

  /**
   * Rejects a path if another user could replace one of its elements: each must belong to root or
   * this user, and no other user may have write permission. A sticky folder may be writable by all,
   * because users cannot replace each other's files in it.
   *
   * @throws IOException with the element, what is wrong with it, and the remedy
   */
  void requireTrustedPath(Path folder) throws IOException;

  /**
   * Rejects a folder that does not belong to this user or that another user can write.
   *
   * @throws IOException with what is wrong with it, and the remedy
   */
  void requireOwn(Path folder) throws IOException;

  /** Whether it is a regular file of this user that no other user can write. */
  boolean isOwnFile(Path file) throws IOException;
}
