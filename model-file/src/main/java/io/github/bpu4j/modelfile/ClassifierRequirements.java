// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a compiled model must be to classify pictures on the RDK X5, checked against what its file
 * says.
 *
 * <p>Objections are messages: what the model is, what was expected, what to do. What a file does
 * not state is not objected to.
 *
 * @since 0.1.0
 */
public final class ClassifierRequirements {
  private ClassifierRequirements() {}

  /** Why a model cannot run on the RDK X5; empty if its file names no other board. */
  public static Optional<String> marchObjection(ModelDescription model) {
    return model
        .march()
        .filter(march -> !march.equals(ModelDescription.BAYES_E))
        .map(
            march ->
                "the model %s is compiled for the march %s%s, but the RDK X5 runs %s only"
                        .formatted(model.name(), march, board(march), ModelDescription.BAYES_E)
                    + "; compile the network again with march "
                    + ModelDescription.BAYES_E);
  }

  /** Why a model cannot be fed; empty if it takes one NV12 picture with even sides. */
  public static Optional<String> inputObjection(ModelDescription model) {
    InputDescription input = model.inputs().get(0);
    boolean nv12 = input.type() == InputType.NV12 || input.type() == InputType.NV12_SEPARATE;
    boolean even = input.width() % 2 == 0 && input.height() % 2 == 0;
    if (model.inputs().size() == 1 && nv12 && even && batch(input) <= 1) {
      return Optional.empty();
    }
    return Optional.of(
        "model %s takes %s, expected one NV12 picture with even sides; compile it with "
                .formatted(model.name(), inputs(model))
            + "input_type_rt nv12");
  }

  /**
   * The number of classes; empty if the file does not say or the output is not known.
   *
   * @param output the name of the output that holds the scores; empty for the only one
   */
  public static OptionalInt classes(ModelDescription model, Optional<String> output) {
    List<OutputDescription> outputs = model.outputs();
    return outputs.stream()
        .filter(found -> output.map(found.name()::equals).orElse(outputs.size() == 1))
        .findFirst()
        .map(OutputDescription::classes)
        .orElse(OptionalInt.empty());
  }

  private static String inputs(ModelDescription model) {
    InputDescription input = model.inputs().get(0);
    if (model.inputs().size() > 1) {
      return model.inputs().size() + " inputs";
    }
    if (batch(input) > 1) {
      return "%d pictures of type %s at once".formatted(batch(input), input.type());
    }
    return input.width() > 0
        ? "a picture of type %s, %dx%d".formatted(input.type(), input.width(), input.height())
        : "an input of type %s, shape %s".formatted(input.type(), input.shape());
  }

  /** How many pictures an image input takes at once; -1 if unknown, 1 for other inputs. */
  private static int batch(InputDescription input) {
    return input.width() > 0 ? input.shape().get(0) : 1;
  }

  private static String board(String march) {
    String name = march.toLowerCase(Locale.ROOT);
    if (name.startsWith("nash")) {
      return " (RDK S100)";
    }
    return switch (name) {
      case "bernoulli2" -> " (RDK X3)";
      case "bayes" -> " (RDK Ultra)";
      default -> "";
    };
  }
}
