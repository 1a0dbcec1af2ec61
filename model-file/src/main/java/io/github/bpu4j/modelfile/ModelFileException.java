// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.util.Objects;

/**
 * A file that is not a usable model, with what was found in it.
 *
 * <p>Content causes no other exception; a file that cannot be opened or read throws the {@link
 * IOException} of the file system.
 *
 * @since 0.1.0
 */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * What was found instead of a usable model.
   *
   * @since 0.1.0
   */
  public enum Reason {
    /** No bytes at all. */
    EMPTY,
    /** Readable text: a script, a web page saved by mistake, a large-file pointer. */
    TEXT,
    /** An ONNX model where a compiled model was expected. */
    ONNX,
    /** A compiled model where an ONNX model was expected. */
    COMPILED,
    /** A program or shared library for Linux. */
    ELF,
    /** Some other known format: an archive, a picture, a bare BPU program. */
    FOREIGN,
    /** Bytes in an unknown format. */
    UNKNOWN,
    /** The beginning of a model; the rest is missing. */
    TRUNCATED,
    /** A model whose parts contradict each other. */
    DAMAGED,
    /** A model whose facts take more memory than any real model needs. */
    TOO_LARGE
  }

  private final Reason reason;

  ModelFileException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason);
  }

  /** What was found, for programs; {@link #getMessage()} says it in words. */
  public Reason reason() {
    return reason;
  }
}
