// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a session's network is, and refuses what is no classifier.
 *
 * @param name of the model
 * @param origin the file it comes from
 * @param options of the runtime
 * @param loadOptions of this load
 */
record NetworkReader(String name, Origin origin, OnnxOptions options, LoadOptions loadOptions) {
  private static final long MOST_CLASSES = 1 << 20;

  Network read(OrtSession session) throws OrtException {
    OnnxModelMetadata metadata = session.getMetadata();
    checkModelName(metadata.getGraphName());
    ModelProperties properties = new ModelProperties(origin.text(), metadata.getCustomMetadata());
    Node input = onlyInput(session.getInputInfo());
    Node scores = scores(session.getOutputInfo()).forOnePicture();
    PictureTensor picture =
        new PictureTensorReader(
                origin.text(), options.input().or(properties::input), properties.range())
            .read(input);
    ModelInfo info =
        new ModelInfo(
            name,
            OnnxRuntime.NAME,
            false,
            picture.width(),
            picture.height(),
            classes(scores),
            picture.range(),
            probabilities(properties, scores),
            List.of(picture.info()),
            List.of(scores.tensor(TensorType.F32, TensorLayout.NONE, Float.BYTES)),
            details(metadata));
    return new Network(info, picture, scores);
  }

  private void checkModelName(String graphName) {
    String wanted = loadOptions.modelName().orElse(graphName);
    if (!wanted.equals(graphName) && !wanted.equals(name)) {
      throw new ModelMismatchException(
          origin.text()
              + " holds one model, named '"
              + graphName
              + "'; got the name '"
              + wanted
              + "': leave the name out");
    }
  }

  private Node onlyInput(Map<String, NodeInfo> inputs) {
    if (inputs.size() != 1) {
      throw new IncompatibleModelException(
          origin.text()
              + " takes "
              + inputs.size()
              + " inputs "
              + inputs.keySet()
              + "; expected one, the picture");
    }
    return Node.of(inputs.values().iterator().next());
  }

  private Node scores(Map<String, NodeInfo> outputs) {
    if (loadOptions.outputName().isEmpty() && outputs.size() != 1) {
      throw new ModelMismatchException(
          origin.text()
              + " has several outputs; say which holds the class scores: "
              + outputs.keySet());
    }
    String wanted = loadOptions.outputName().orElseGet(() -> outputs.keySet().iterator().next());
    NodeInfo chosen = outputs.get(wanted);
    if (chosen == null) {
      throw new ModelMismatchException(
          origin.text() + " has no output '" + wanted + "'; expected one of " + outputs.keySet());
    }
    return Node.of(chosen);
  }

  private int classes(Node scores) {
    long count = scores.shape().isEmpty() ? 0 : 1;
    for (long dimension : scores.shape()) {
      // An open dimension, or a second one above 1, is no list of classes.
      count = dimension < 1 || (dimension > 1 && count != 1) ? 0 : count * dimension;
    }
    boolean vector = scores.type() == OnnxJavaType.FLOAT && count > 0;
    if (!vector || count > MOST_CLASSES) {
      throw new IncompatibleModelException(
          origin.text() + ": output " + scores + "; expected class scores, FLOAT [1, classes]");
    }
    return (int) count;
  }

  private Optional<Boolean> probabilities(ModelProperties properties, Node scores) {
    return options
        .probabilities()
        .or(properties::probabilities)
        .or(() -> origin.endsInProbabilities(scores.name()));
  }

  private Map<String, String> details(OnnxModelMetadata metadata) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", origin.text());
    details.put("graph", metadata.getGraphName());
    details.put("producer", metadata.getProducerName());
    details.put("engine", String.join(" ", OrtLibrary.availability().reasons()));
    details.put("providers", options.providers().toString());
    details.put("threads", String.valueOf(options.threads()));
    options.input().ifPresent(input -> details.put("input", input.toString()));
    return details;
  }
}
