// SPDX-License-Identifier: Apache-2.0
/** The native stand-in, our own libdnn.so for tests without a board, and the API to control it. */
module io.github.bpu4j.stubs {
  requires static transitive org.jspecify;

  exports io.github.bpu4j.stubs;
}
