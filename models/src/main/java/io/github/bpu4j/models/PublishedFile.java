// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The file of a model as published.
 *
 * @param path below the base URL, such as {@code resnet18_224x224_nv12.bin}
 * @param bytes its size, where one is known
 * @param sha256 64 lower-case hexadecimal digits, where one is known; a fetched file has to match
 * @param sha256Source who says so; empty if there is no hash
 * @since 0.1.0
 */
public record PublishedFile(
    String path, OptionalLong bytes, Optional<String> sha256, String sha256Source) {

  /** Returns the file's name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
