// SPDX-License-Identifier: Apache-2.0

/** An application that links the runtime of the board. */
module com.example.photos {
  requires io.github.bpu4j.runtime.bpu;
  requires io.github.bpu4j.stubs;
}
