// SPDX-License-Identifier: Apache-2.0
/** What an examination of a machine can find. */
@NullMarked
package io.github.bpu4j.cli.doctor.finding;

import org.jspecify.annotations.NullMarked;
