// SPDX-License-Identifier: Apache-2.0

/** Micrometer meters of what a classifier does. */
module io.github.bpu4j.micrometer {
  requires transitive io.github.bpu4j.api;
  requires transitive micrometer.core;
  requires static transitive org.jspecify;

  exports io.github.bpu4j.micrometer;
}
