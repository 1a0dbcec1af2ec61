// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.FileDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;

/**
 * A file descriptor above 2 that this process was started with.
 *
 * <p>Java has public objects for descriptors 0 to 2 only. Opening {@code /dev/fd/3} does not help:
 * on Linux that opens the file anew, which truncates it or writes at an offset of its own, over
 * what others write to the same descriptor, and it fails for sockets.
 */
final class InheritedDescriptor {
  private InheritedDescriptor() {}

  /**
   * Takes a descriptor as it is, with its offset and its mode; nobody closes it.
   *
   * @throws IllegalStateException when the JVM does not open {@code java.io} to this class
   */
  static FileDescriptor of(int number) {
    try {
      Constructor<FileDescriptor> constructor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      return constructor.newInstance(number);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new IllegalStateException(
          "this JVM does not let the command write to descriptor "
              + number
              + "; start it with -jar bpu4j-cli.jar, or add --add-opens"
              + " java.base/java.io=ALL-UNNAMED",
          e);
    }
  }
}
