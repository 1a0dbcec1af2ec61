// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native library from a jar, as a file that is safe to load: only this user can have written it,
 * and its content equals that in the jar.
 *
 * <p>The file is read before every load because a damaged one would crash the JVM; the time that
 * this takes is logged at debug level. The jar's directory contains the checksum to compare with; a
 * resource outside a jar is read as well.
 *
 * @since 0.1.0
 */
public final class UnpackedLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibrary.class);
  private static final double NANOS_PER_MS = 1e6;

  private final URL resource;
  private final Checksum expected;

  private UnpackedLibrary(URL resource, Checksum expected) {
    this.resource = resource;
    this.expected = expected;
  }

  /**
   * Describes the library in a resource of a class.
   *
   * @throws IOException if the resource cannot be read
   */
  public static UnpackedLibrary of(URL resource) throws IOException {
    return new UnpackedLibrary(resource, checksum(resource));
  }

  private static Checksum checksum(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    if (connection instanceof JarURLConnection jar) {
      JarEntry entry = jar.getJarEntry();
      if (entry != null && entry.getCrc() >= 0 && entry.getSize() >= 0) {
        return new Checksum(entry.getSize(), entry.getCrc());
      }
    }
    try (InputStream in = connection.getInputStream()) {
      return Checksum.of(Channels.newChannel(in));
    }
  }

  /**
   * Returns the CRC-32 of the content in 8 hexadecimal digits, to tell builds apart by file name.
   */
  public String checksum() {
    return expected.hex();
  }

  /**
   * Returns the file with that name in the folder if it is intact, and writes it otherwise.
   *
   * @throws IOException if it cannot be read or written, or if the jar is damaged
   */
  public Path unpack(PrivateFolder folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return isSound(folder, file, name) ? file : write(folder, name);
  }

  private Path write(PrivateFolder folder, String name) throws IOException {
    try {
      return folder.write(name, this::copy);
    } catch (IOException e) {
      // Windows does not replace a library that another process has loaded, whole by then.
      Path file = folder.resolve(name);
      if (isSound(folder, file, name)) {
        return file;
      }
      throw e;
    }
  }

  private void copy(OutputStream out) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    try (InputStream in = resource.openStream()) {
      Checksum found = new Checksum(in.transferTo(checked), checked.getChecksum().getValue());
      if (!found.matches(expected)) {
        throw new IOException(
            "%s is damaged: it has %s, expected %s; get the jar again"
                .formatted(resource, found, expected));
      }
    }
  }

  private boolean isSound(PrivateFolder folder, Path file, String name) throws IOException {
    if (!folder.has(name)) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        LOG.warn("{} may be written by others than this user; it is unpacked again", file);
      }
      return false;
    }
    long start = System.nanoTime();
    Checksum found;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      found = Checksum.of(channel);
    }
    if (!found.matches(expected)) {
      LOG.warn("{} is damaged ({}, expected {}); it is unpacked again", file, found, expected);
      return false;
    }
    long nanos = System.nanoTime() - start;
    if (LOG.isDebugEnabled()) {
      LOG.debug("checked {}, {}, in {} ms", file, found, "%.1f".formatted(nanos / NANOS_PER_MS));
    }
    return true;
  }
}
