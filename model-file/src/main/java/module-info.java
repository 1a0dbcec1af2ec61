// SPDX-License-Identifier: Apache-2.0
/** What a Bayes-e model file says about itself, read without the vendor's library. */
module io.github.bpu4j.modelfile {
  requires static transitive org.jspecify;

  exports io.github.bpu4j.modelfile;
}
