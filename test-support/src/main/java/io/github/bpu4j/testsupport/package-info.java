// SPDX-License-Identifier: Apache-2.0
/** What tests and benchmarks of several modules share: model files, started programs, memory. */
@NullMarked
package io.github.bpu4j.testsupport;

import org.jspecify.annotations.NullMarked;
