// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Objects;

/**
 * One node of a model's graph.
 *
 * @param name the node's own name, such as {@code sm}
 * @param type what it computes, such as {@code Softmax}; {@code BPU} is a part of the network that
 *     runs on the BPU as a whole
 * @since 0.1.0
 */
public record Operator(String name, String type) {
  /** Checks that nothing is null. */
  public Operator {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
