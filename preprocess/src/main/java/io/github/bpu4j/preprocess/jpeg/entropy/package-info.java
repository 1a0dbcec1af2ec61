// SPDX-License-Identifier: Apache-2.0
/** The bytes of a JPEG file to coefficients: segments, Huffman codes, scans. */
@NullMarked
package io.github.bpu4j.preprocess.jpeg.entropy;

import org.jspecify.annotations.NullMarked;
