// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Path;

/** Tells whether this user alone decides what is in a folder or file. Paths are real ones. */
public sealed interface Ownership permits UnixOwnership, OwnerAttribute {
  /** By mode, user and groups where the file system knows them; else by owner alone. */
  static Ownership ofThisUser() throws IOException {
    return UnixStat.isKnown() ? UnixOwnership.ofThisUser() : OwnerAttribute.ofThisUser();
  }

  /**
   * Refuses a path with an element that somebody else could swap: each belongs to root or to this
   * user, and nobody else can write it. A sticky folder may be written by all, since there nobody
   * can replace what belongs to somebody else.
   *
   * @throws IOException with the element, what is wrong with it, and the remedy
   */
  void requireTrustedPath(Path folder) throws IOException;

  /**
   * Refuses a folder that is not this user's, or that somebody else can write.
   *
   * @throws IOException with what is wrong with it, and the remedy
   */
  void requireOwn(Path folder) throws IOException;

  /** Whether it is a regular file of this user that nobody else can write. */
  boolean isOwnFile(Path file) throws IOException;
}
