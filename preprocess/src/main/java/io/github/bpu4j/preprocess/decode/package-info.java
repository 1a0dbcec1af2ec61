// SPDX-License-Identifier: Apache-2.0
/** Decoders of picture files: format by the first bytes, limits by the header, then pixels. */
@NullMarked
package io.github.bpu4j.preprocess.decode;

import org.jspecify.annotations.NullMarked;
