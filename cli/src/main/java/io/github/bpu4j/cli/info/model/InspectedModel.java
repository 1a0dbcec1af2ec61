// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import java.util.List;

/** What a file says about one model in it. */
public sealed interface InspectedModel permits CompiledModel, OnnxModel {
  /** The model's name; may be empty. */
  String name();

  /** The inputs, then the outputs. */
  List<TensorFacts> tensors();
}
