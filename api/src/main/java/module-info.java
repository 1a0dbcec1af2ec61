// SPDX-License-Identifier: Apache-2.0

/** The stable classification API and the contract of its runtimes. */
module io.github.bpu4j.api {
  requires transitive io.github.bpu4j.preprocess;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.api;
  exports io.github.bpu4j.api.error;
  exports io.github.bpu4j.api.live;
  exports io.github.bpu4j.api.metadata;
  exports io.github.bpu4j.api.spi;

  uses io.github.bpu4j.api.spi.InferenceRuntime;
}
