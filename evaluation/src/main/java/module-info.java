// SPDX-License-Identifier: Apache-2.0

/** How often a classifier is right: accuracy over labeled pictures of any number. */
module io.github.bpu4j.evaluation {
  requires transitive io.github.bpu4j.api;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.github.bpu4j.evaluation;
  exports io.github.bpu4j.evaluation.compare;
  exports io.github.bpu4j.evaluation.data;
}
