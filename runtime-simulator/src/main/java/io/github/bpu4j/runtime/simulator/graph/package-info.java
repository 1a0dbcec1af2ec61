// SPDX-License-Identifier: Apache-2.0
/** The graph of a model, computed: CPU nodes here, BPU nodes by a program that is handed in. */
@NullMarked
package io.github.bpu4j.runtime.simulator.graph;

import org.jspecify.annotations.NullMarked;
