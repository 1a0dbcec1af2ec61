// SPDX-License-Identifier: Apache-2.0
/** Computes a model's graph: nodes on the CPU itself, nodes on the BPU by somebody else. */
@NullMarked
package io.github.bpu4j.runtime.simulator.graph;

import org.jspecify.annotations.NullMarked;
