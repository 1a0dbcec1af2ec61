// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.YuvRange;
import java.time.Duration;

/**
 * The values of a {@link VideoSourceBuilder}, which documents and checks them.
 *
 * @param width 0: as the source has it
 * @param height 0: as the source has it
 * @param framesPerSecond 0: as the source has it
 * @param cameraFormat empty: as the camera chooses
 */
record VideoOptions(
    int width,
    int height,
    int framesPerSecond,
    String cameraFormat,
    YuvRange range,
    boolean realTime,
    int buffers,
    boolean reconnect,
    Duration silence) {}
