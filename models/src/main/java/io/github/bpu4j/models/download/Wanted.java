// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file to download.
 *
 * @param url where it is
 * @param target where it will be, in a folder that exists; {@code .part} is added until it is whole
 * @param bytes its size, if known
 * @param sha256 its hash in 64 lower-case hexadecimal digits, if known
 * @since 0.1.0
 */
public record Wanted(URI url, Path target, OptionalLong bytes, Optional<String> sha256) {
  String name() {
    return String.valueOf(target.getFileName());
  }
}
