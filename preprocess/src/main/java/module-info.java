// SPDX-License-Identifier: Apache-2.0

/** Pixels in, NV12 out. */
module io.github.bpu4j.preprocess {
  requires java.desktop;
  requires org.apache.commons.imaging;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.preprocess;
}
