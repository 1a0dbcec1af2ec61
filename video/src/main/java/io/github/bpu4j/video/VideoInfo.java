// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

/**
 * What a source delivers.
 *
 * @param source what was opened, without a password
 * @param live a camera or a network stream, which does not wait; false for a file
 * @param layout of the frames
 * @param framesPerSecond as the source states it; a live one may deliver fewer
 * @since 0.1.0
 */
public record VideoInfo(String source, boolean live, RawLayout layout, double framesPerSecond) {}
