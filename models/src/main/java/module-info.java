// SPDX-License-Identifier: Apache-2.0

/**
 * The published classifiers for the RDK X5 by name, with their facts, and their files on request.
 */
module io.github.bpu4j.models {
  requires transitive io.github.bpu4j.api;
  requires java.net.http;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.models;
  exports io.github.bpu4j.models.download;
}
