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
 * Determines the input and output of a session, and rejects what is not a classifier.
 *
 * @param name of the model
 * @param location what it is loaded from
 * @param options of the runtime
 * @param loadOptions of this load
 */
record SignatureReader(
    String name, ModelLocation location, OnnxOptions options, LoadOptions loadOptions) {
  private static final long MOST_CLASSES = 1 << 20;

  NetworkSignature read(OrtSession session) throws OrtException {
    OnnxModelMetadata metadata = session.getMetadata();
    checkModelName(metadata.getGraphName());
    ModelProperties properties = new ModelProperties(location.text(), metadata.getCustomMetadata());
    Node input = onlyInput(session.getInputInfo());
    Node scores = scores(session.getOutputInfo()).forOnePicture();
    PictureTensor picture =
        new PictureTensorReader(
                location.text(), loadOptions.colorInput().or(properties::input), properties.range())
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
            picture.colors(),
            List.of(picture.info()),
            List.of(scores.tensor(TensorType.F32, TensorLayout.NONE, Float.BYTES)),
            details(metadata));
    return new NetworkSignature(info, picture, scores);
  }

  private void checkModelName(String graphName) {
    String wanted = loadOptions.modelName().orElse(graphName);
    if (!wanted.equals(graphName) && !wanted.equals(name)) {
      throw new ModelMismatchException(
          location.text()
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
          location.text()
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
          location.text()
              + " has several outputs; say which holds the class scores: "
              + outputs.keySet());
    }
    String wanted = loadOptions.outputName().orElseGet(() -> outputs.keySet().iterator().next());
    NodeInfo chosen = outputs.get(wanted);
    if (chosen == null) {
      throw new ModelMismatchException(
          location.text() + " has no output '" + wanted + "'; expected one of " + outputs.keySet());
    }
    return Node.of(chosen);
  }

  private int classes(Node scores) {
    long count = scores.shape().isEmpty() ? 0 : 1;
    for (long dimension : scores.shape()) {
      // An open dimension, or a second one above 1, is not a list of classes.
      count = dimension < 1 || (dimension > 1 && count != 1) ? 0 : count * dimension;
    }
    boolean vector = scores.type() == OnnxJavaType.FLOAT && count > 0;
    if (!vector || count > MOST_CLASSES) {
      throw new IncompatibleModelException(
          location.text() + ": output " + scores + "; expected class scores, FLOAT [1, classes]");
    }
    return (int) count;
  }

  private Optional<Boolean> probabilities(ModelProperties properties, Node scores) {
    return properties
        .probabilities()
        .or(
            () ->
                location
                    .file()
                    .flatMap(file -> FinalOperator.givesProbabilities(file, scores.name())));
  }

  private Map<String, String> details(OnnxModelMetadata metadata) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", location.text());
    details.put("graph", metadata.getGraphName());
    details.put("producer", metadata.getProducerName());
    details.put("engine", String.join(" ", OrtLibrary.availability().reasons()));
    details.put("providers", options.providers().toString());
    details.put("threads", String.valueOf(options.threads()));
    return details;
  }
}
