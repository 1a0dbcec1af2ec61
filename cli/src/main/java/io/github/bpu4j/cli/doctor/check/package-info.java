// SPDX-License-Identifier: Apache-2.0
/** The checks that only read files, one class for each part of a machine. */
@NullMarked
package io.github.bpu4j.cli.doctor.check;

import org.jspecify.annotations.NullMarked;
