// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** What a file says about one model in it. */
sealed interface InspectedModel permits CompiledModel, OnnxModel {
  /** The model's name; may be empty. */
  String name();

  /** The inputs, then the outputs. */
  List<TensorFacts> tensors();

  /** Writes it for people. */
  void writeTo(Page page, boolean all);

  /** Writes the fields of its JSON object. */
  void writeTo(JsonGenerator json) throws IOException;
}
