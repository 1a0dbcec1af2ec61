// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.modelfile.OnnxFile;
import io.github.bpu4j.modelfile.Operator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out from the operator that computes an output what its values are. */
final class FinalOperator {
  private static final Logger LOG = LoggerFactory.getLogger(FinalOperator.class);
  private static final Set<String> PROBABILITIES = Set.of("Softmax", "Sigmoid", "HardSigmoid");
  private static final Set<String> LOGITS =
      Set.of("Gemm", "MatMul", "Add", "Conv", "FusedMatMul", "LogSoftmax", "GlobalAveragePool");

  private FinalOperator() {}

  /** Whether an output's values are probabilities; empty if the operator does not determine it. */
  static Optional<Boolean> givesProbabilities(Path file, String output) {
    String type = typeOf(file, output).orElse("");
    if (PROBABILITIES.contains(type)) {
      return Optional.of(true);
    }
    return LOGITS.contains(type) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<String> typeOf(Path file, String output) {
    try {
      return OnnxFile.read(file).outputs().stream()
          .filter(found -> found.name().equals(output))
          .findFirst()
          .flatMap(found -> found.lastOperator())
          .map(Operator::type);
    } catch (IOException e) {
      LOG.debug("{} runs, but its graph cannot be read", file, e);
      return Optional.empty();
    }
  }
}
