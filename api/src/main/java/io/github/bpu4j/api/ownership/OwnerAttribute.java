// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * Checks the owner only, on systems without Unix modes.
 *
 * <p>Written for Windows and never run there: access control lists are not checked, and parent
 * folders are assumed to have the system's defaults.
 */
record OwnerAttribute(UserPrincipal user) implements Ownership {
  static OwnerAttribute ofThisUser() throws IOException {
    return new OwnerAttribute(ThisUser.principal());
  }

  @Override
  public void requireTrustedPath(Path folder) {}

  @Override
  public void requireOwn(Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    if (!owner.equals(user)) {
      throw new IOException(
          "%s belongs to %s, expected %s; change its owner, or use another folder"
              .formatted(folder, owner.getName(), user.getName()));
    }
  }

  @Override
  public boolean isOwnFile(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(file).equals(user);
  }
}
