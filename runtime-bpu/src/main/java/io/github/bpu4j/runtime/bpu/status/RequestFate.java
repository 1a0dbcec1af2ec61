// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

/** What becomes of a request after a failure; later constants are the more careful ones. */
public enum RequestFate {
  /** Nothing was submitted: it may be used again. */
  KEPT,
  /** Nothing runs on its memory: it is spent and its memory is freed when it is closed. */
  DISCARDED,
  /** A task may still write its memory: it is spent and its memory is quarantined. */
  QUARANTINED
}
