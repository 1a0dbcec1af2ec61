// SPDX-License-Identifier: Apache-2.0
/** Runs models on the BPU of the RDK X5. */
@NullMarked
package io.github.bpu4j.runtime.bpu;

import org.jspecify.annotations.NullMarked;
