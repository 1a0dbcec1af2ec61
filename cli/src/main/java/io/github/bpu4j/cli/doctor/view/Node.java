// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

/**
 * What a file system says about a file, with symbolic links followed.
 *
 * @param mode type and permissions, as {@code stat} returns them
 * @param uid number of its owner
 * @param gid number of its group
 * @param size in bytes
 */
public record Node(int mode, int uid, int gid, long size) {
  private static final int TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int FOLDER = 0040000;
  private static final int REGULAR = 0100000;
  private static final int PERMISSIONS = 07777;
  private static final int READ_AND_WRITE = 6;

  public boolean isDevice() {
    return (mode & TYPE) == CHARACTER_DEVICE;
  }

  public boolean isFolder() {
    return (mode & TYPE) == FOLDER;
  }

  public boolean isRegularFile() {
    return (mode & TYPE) == REGULAR;
  }

  /** The permissions in octal, such as {@code 0664}. */
  public String permissions() {
    return "%04o".formatted(mode & PERMISSIONS);
  }

  /** Whether its owner may read and write it. */
  public boolean ownerCanWrite() {
    return canWrite(mode >> 6);
  }

  /** Whether members of its group may read and write it. */
  public boolean groupCanWrite() {
    return canWrite(mode >> 3);
  }

  /** Whether every user may read and write it. */
  public boolean othersCanWrite() {
    return canWrite(mode);
  }

  private static boolean canWrite(int bits) {
    return (bits & READ_AND_WRITE) == READ_AND_WRITE;
  }
}
