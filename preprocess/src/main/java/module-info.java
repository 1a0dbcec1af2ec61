// SPDX-License-Identifier: Apache-2.0
/** Pixels in, NV12 out: decodes pictures, takes camera frames, resizes and converts. */
module io.github.bpu4j.preprocess {
  requires transitive java.desktop;
  requires com.twelvemonkeys.imageio.core;
  requires com.twelvemonkeys.imageio.tiff;
  requires static com.twelvemonkeys.imageio.webp;
  requires org.apache.commons.imaging;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.preprocess;
}
