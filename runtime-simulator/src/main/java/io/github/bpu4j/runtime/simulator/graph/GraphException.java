// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ModelGraph.Node;

/** A graph that cannot be computed here; the message names the node. */
public final class GraphException extends Exception {
  private static final long serialVersionUID = 1L;

  GraphException(String message) {
    super(message);
  }

  GraphException(Node node, String problem) {
    super("node %s (%s) %s".formatted(node.name(), node.type(), problem));
  }
}
