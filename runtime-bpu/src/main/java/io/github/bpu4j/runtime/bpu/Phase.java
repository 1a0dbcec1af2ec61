// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

/** What the SDK was about when a native call failed; it decides which exception says so. */
enum Phase {
  /** Loading a model or allocating a request. */
  OPENING,
  /** Running a picture. */
  INFERRING;

  Failure failureOf(StatusCode status) {
    return this == OPENING ? status.whileOpening() : status.whileInferring();
  }
}
