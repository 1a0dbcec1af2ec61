// SPDX-License-Identifier: Apache-2.0
/** A libdnn.so of our own for tests without a board, and what steers and watches it. */
module io.github.bpu4j.stubs {
  requires static transitive org.jspecify;

  exports io.github.bpu4j.stubs;
}
