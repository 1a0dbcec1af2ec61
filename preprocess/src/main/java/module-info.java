// SPDX-License-Identifier: Apache-2.0
/** Pixels in, NV12 out: decodes pictures, takes camera frames, resizes and converts. */
module io.github.bpu4j.preprocess {
  requires transitive java.desktop;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires static webp.imageio;

  exports io.github.bpu4j.preprocess;
}
