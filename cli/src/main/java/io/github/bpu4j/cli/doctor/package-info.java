// SPDX-License-Identifier: Apache-2.0
/** {@code bpu4j doctor}: what a machine lacks for classifying pictures, and what to do about it. */
@NullMarked
package io.github.bpu4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
