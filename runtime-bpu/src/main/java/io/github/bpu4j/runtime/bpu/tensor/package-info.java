// SPDX-License-Identifier: Apache-2.0
/**
 * A model's inputs and outputs: what they are, the memory they take, and the scores read from it.
 */
@NullMarked
package io.github.bpu4j.runtime.bpu.tensor;

import org.jspecify.annotations.NullMarked;
