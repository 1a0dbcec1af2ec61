// SPDX-License-Identifier: Apache-2.0

/** Frames for a live stream: raw ones from any input stream, or a camera's or clip's by ffmpeg. */
module io.github.bpu4j.video {
  requires transitive io.github.bpu4j.api;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.video;
}
