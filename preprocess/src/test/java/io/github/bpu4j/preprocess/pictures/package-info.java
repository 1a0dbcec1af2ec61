// SPDX-License-Identifier: Apache-2.0
/** Thousands of picture files of all formats but JPEG, whole and damaged. */
@NullMarked
package io.github.bpu4j.preprocess.pictures;

import org.jspecify.annotations.NullMarked;
