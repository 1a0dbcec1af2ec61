// SPDX-License-Identifier: Apache-2.0
/** Chooses calibration pictures and makes the compiler's calibration data of them. */
@NullMarked
package io.github.bpu4j.cli.convert.data;

import org.jspecify.annotations.NullMarked;
