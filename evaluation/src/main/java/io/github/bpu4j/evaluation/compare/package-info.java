// SPDX-License-Identifier: Apache-2.0
/** How two classifiers differ on the same pictures, labeled or not. */
@NullMarked
package io.github.bpu4j.evaluation.compare;

import org.jspecify.annotations.NullMarked;
