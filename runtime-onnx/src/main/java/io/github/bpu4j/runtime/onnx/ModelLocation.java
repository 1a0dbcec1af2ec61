// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file or resource that a model is loaded from.
 *
 * @param text for messages
 * @param file empty for the model in the jar
 */
record ModelLocation(String text, Optional<Path> file) {
  static ModelLocation of(Path file) {
    return new ModelLocation(file.toString(), Optional.of(file));
  }

  static ModelLocation ofResource(String name) {
    return new ModelLocation(name, Optional.empty());
  }
}
