// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.api.spi.UnpackedLibrary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipFile;

/**
 * The vendor's package as it is downloaded, a zip archive. A program is unpacked once, to a folder
 * of this user's cache.
 */
public record Wheel(Path file) implements Installation {
  private static final String PROGRAMS = "hbdk/bin/";

  @Override
  public Optional<Path> program(String name) throws IOException {
    if (!holds(name)) {
      return Optional.empty();
    }
    UnpackedLibrary member =
        UnpackedLibrary.of(new URL("jar:" + file.toUri() + "!/" + PROGRAMS + name));
    AtomicReference<Path> program = new AtomicReference<>();
    PrivateFolder.filled(
        "simulator-" + member.checksum(), folder -> program.set(member.unpack(folder, name)));
    return Optional.ofNullable(program.get());
  }

  private boolean holds(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(PROGRAMS + name) != null;
    } catch (FileNotFoundException e) {
      throw new IOException(file + " cannot be read", e);
    } catch (IOException e) {
      throw new IOException(
          "it is not a wheel or a damaged one (" + e.getMessage() + "); get it again", e);
    }
  }
}
