// SPDX-License-Identifier: Apache-2.0

/** Sources of frames: a stream of raw pixels, or a camera, network stream or file by ffmpeg. */
@NullMarked
package io.github.bpu4j.video;

import org.jspecify.annotations.NullMarked;
