// SPDX-License-Identifier: Apache-2.0
/** Reads the files of a machine, or of a tree that was copied from one, without trusting them. */
@NullMarked
package io.github.bpu4j.cli.doctor.view;

import org.jspecify.annotations.NullMarked;
