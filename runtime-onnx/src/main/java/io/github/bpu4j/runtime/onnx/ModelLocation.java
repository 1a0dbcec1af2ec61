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

/**
 * Where a network comes from.
 *
 * @param text for messages
 * @param file empty for the network inside the jar
 */
record Origin(String text, Optional<Path> file) {
  private static final Logger log = LoggerFactory.getLogger(Origin.class);
  private static final Set<String> PROBABILITIES = Set.of("Softmax", "Sigmoid", "HardSigmoid");
  private static final Set<String> LOGITS =
      Set.of("Gemm", "MatMul", "Add", "Conv", "FusedMatMul", "LogSoftmax", "GlobalAveragePool");

  /** Whether an output's values are probabilities, by the operator that they come from. */
  Optional<Boolean> endsInProbabilities(String output) {
    String last = file.flatMap(path -> lastOperator(path, output)).orElse("");
    return PROBABILITIES.contains(last)
        ? Optional.of(true)
        : LOGITS.contains(last) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<String> lastOperator(Path path, String output) {
    try {
      return OnnxFile.read(path).outputs().stream()
          .filter(found -> found.name().equals(output))
          .findFirst()
          .flatMap(found -> found.lastOperator())
          .map(Operator::type);
    } catch (IOException e) {
      log.debug("{} runs, but its graph cannot be looked at", path, e);
      return Optional.empty();
    }
  }
}
