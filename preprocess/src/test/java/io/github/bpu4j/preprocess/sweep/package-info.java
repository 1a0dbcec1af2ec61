// SPDX-License-Identifier: Apache-2.0
/**
 * A JPEG encoder for tests: a plan gives the same bytes on every machine, so that thousands of
 * files need no room in the repository, and hashes that OpenCV made of them hold everywhere.
 */
@NullMarked
package io.github.bpu4j.preprocess.sweep;

import org.jspecify.annotations.NullMarked;
