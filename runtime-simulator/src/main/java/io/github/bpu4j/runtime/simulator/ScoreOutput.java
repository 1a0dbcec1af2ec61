// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.OutputDescription;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * The output that holds a model's class scores.
 *
 * <p>Floats are scores as they are. Integers are multiplied by the scales that the file holds for
 * them, if it holds any.
 *
 * @param output the output
 * @param classes the number of scores
 */
record ScoreOutput(OutputDescription output, int classes) {
  /**
   * Finds the only output, or the named one.
   *
   * @param title the model and its file, for messages
   */
  static ScoreOutput choose(String title, ModelDescription model, Optional<String> wanted) {
    List<OutputDescription> outputs = model.outputs();
    OutputDescription chosen =
        outputs.stream()
            .filter(each -> wanted.map(each.name()::equals).orElse(outputs.size() == 1))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelMismatchException(
                        title
                            + wanted
                                .map(name -> " has no output " + name)
                                .orElse(" has several outputs")
                            + "; choose by name the one that holds the class scores: "
                            + outputs.stream()
                                .map(each -> each.name() + " " + each.shape())
                                .toList()));
    return new ScoreOutput(
        chosen,
        chosen
            .classes()
            .orElseThrow(
                () ->
                    new IncompatibleModelException(
                        title
                            + ": output "
                            + chosen.name()
                            + " has the shape "
                            + chosen.shape()
                            + ", expected one score for each class")));
  }

  /** How its integers become scores. */
  static Quantization quantization(OutputDescription output) {
    boolean scaled = output.type() != ElementType.FLOAT32 && !output.scales().isEmpty();
    return scaled
        ? new Quantization(Quantization.Kind.SCALE, List.of(), output.scales(), List.of(), 1)
        : Quantization.none();
  }

  /** Writes the scores from the computed output. */
  void read(Numbers computed, float[] target) {
    if (computed instanceof Numbers.Floats floats) {
      System.arraycopy(floats.values(), 0, target, 0, classes);
    } else if (computed instanceof Numbers.Integers integers) {
      List<Float> scales = quantization(output).scales();
      for (int i = 0; i < classes; i++) {
        float scale = scales.isEmpty() ? 1 : scales.get(i % scales.size());
        target[i] = integers.values()[i] * scale;
      }
    }
  }
}
