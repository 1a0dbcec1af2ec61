// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

/** What the SDK was doing when a native call failed, which decides the exception. */
public enum Activity {
  /** Loading a model or allocating a request. */
  OPENING,
  /** Running one inference. */
  INFERRING;

  public ExceptionKind exceptionFor(StatusCode status) {
    return this == OPENING ? status.whileOpening() : status.whileInferring();
  }
}
