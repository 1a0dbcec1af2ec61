// SPDX-License-Identifier: Apache-2.0

/** Runtimes for tests without a board, and the suite that every runtime has to pass. */
module io.github.bpu4j.testkit {
  requires transitive io.github.bpu4j.api;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static jdk.management;
  requires static transitive org.jspecify;

  exports io.github.bpu4j.testkit;
}
